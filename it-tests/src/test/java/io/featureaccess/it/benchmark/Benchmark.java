package io.featureaccess.it.benchmark;

import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.ServerMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Measures this extension beside stock Keycloak: the same server, the same number of feature sets, requests in turns. It is
 * no test and asserts nothing; {@code ./benchmark} runs it and prints the table.
 */
@KeycloakTest
class Benchmark {

    private static final int[] SIZES = Arrays.stream(
                    System.getProperty("benchmark.sizes", "1000,50000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 500);
    /** As many as the server's compiler needs: until then, whoever has more code of their own is slower than they will be. */
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 400);
    /** A part of the names of what is measured; of anything but all, without stock Keycloak, and not while nodes are made. */
    private static final String ONLY = System.getProperty("benchmark.only", "");
    /** Stock Keycloak needs seconds for each of these. */
    private static final int RARELY = Math.max(1, ROUNDS / 3);

    private static final String WARM = "UMA decision, warm";

    /** By an API key of ours, and by Keycloak's own client secret. */
    private static final String TOKEN = "token by secret";

    /** Beside larger stores there is no stock one: each "everything" of it would take a quarter of an hour. */
    private static final int LARGEST_STOCK = 50_000;

    private final List<Store> stores = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final List<Probe> afterwards = new ArrayList<>();

    @Test
    void beside_stock_keycloak(Keycloak server) throws IOException {
        for (int size : SIZES) {
            add(new OurStore(server.newRealm(), size));
            if (size <= LARGEST_STOCK && ONLY.isEmpty()) {
                add(new StockStore(server.newRealm(), size));
            }
        }
        stores.forEach(this::addProbes);
        server.restart(ServerMode.MEASURED);
        stores.forEach(Store::logInAgain);
        warmUp();
        measure();
        if (ONLY.isEmpty()) {
            measureNothingElse();
            stores.forEach(this::measureWhileCreating);
        }
        HeapCensus census = HeapCensus.of(server.pid());
        server.restart(ServerMode.TESTED);
        stores.forEach(Store::logInAgain);
        count(server);

        probes.addAll(afterwards);
        String report = new Report(probes, census).text();
        System.out.println(report);
        Files.writeString(Path.of("target", "benchmark.md"), report);
    }

    private void add(Store store) {
        long start = System.nanoTime();
        store.seed();
        stores.add(store);
        System.out.printf(
                "%s: %d feature sets in %.0f s%n",
                store.getClass().getSimpleName(), store.size(), (System.nanoTime() - start) / 1e9);
    }

    private void addProbes(Store store) {
        boolean ours = store instanceof OurStore;
        probe(store, WARM, 1, round -> store.decide(Store.ALICE, 7));
        probe(store, "UMA decision, cold", 1, round -> store.decide(Store.BOB, someOther(store, round)));
        probe(store, "RPT for one", 1, round -> store.rpt(Store.ALICE, 7));
        probe(store, "RPT, everything (50)", ours ? 1 : RARELY, round -> store.everything(Store.ALICE));
        if (store instanceof OurStore own) {
            probe(store, "POST decisions, one", 1, round -> own.ownDecision(Store.ALICE, 7));
            probe(store, "list, a page of 100", 1, round -> own.page(Store.BOB));
            addRequestProbes(own);
            probe(store, TOKEN, 1, round -> own.secrets().tokenByKey());
            probe("stock", store, TOKEN, 1, round -> own.secrets().tokenBySecret());
        }
    }

    private void addRequestProbes(OurStore store) {
        probe(store, "100 requests to answer, in one project", 1, round -> store.toAnswer(OurStore.CAROL));
        probe(store, "100 requests to answer, in one workspace", 1, round -> store.toAnswer(OurStore.WALT));
        probe(store, "100 requests to answer, node by node", 1, round -> store.toAnswer(OurStore.DAN));
        probe(store, "100 requests to answer, anywhere", 1, round -> store.toAnswer(OurStore.ADMIN));
        probe(store, "requests to answer, none", 1, round -> store.nothingToAnswer(Store.BOB));
        probe(store, "100 permissions, of requests and grants", 1, round -> store.permissions(OurStore.WALT));
    }

    private void probe(Store store, String what, int everyRounds, IntConsumer request) {
        probe(whose(store), store, what, everyRounds, request);
    }

    private static String whose(Store store) {
        return store instanceof OurStore ? "ours" : "stock";
    }

    private void probe(String whose, Store store, String what, int everyRounds, IntConsumer request) {
        if (what.contains(ONLY)) {
            probes.add(new Probe(what, whose, store.size(), everyRounds, request));
        }
    }

    /** Walks through the store in great steps, so that no feature set comes twice while there are others. */
    private static int someOther(Store store, int round) {
        int others = store.size() - Store.ALICES;
        return Store.ALICES + (int) ((round * 7919L) % others);
    }

    private void warmUp() {
        for (int round = 1; round <= WARM_UP; round++) {
            int asked = ROUNDS + round;
            probes.stream()
                    .filter(probe -> !probe.rare() || asked == ROUNDS + 1)
                    .forEach(probe -> probe.ask(asked));
        }
    }

    /** In another order each round: what comes right after something big finds caches full of that. */
    private void measure() {
        measure(new ArrayList<>(probes));
    }

    private static void measure(List<Probe> asked) {
        Random order = new Random(ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            Collections.shuffle(asked, order);
            asked.stream().filter(probe -> probe.due(number)).forEach(probe -> probe.measure(number));
        }
    }

    /** Of a server that is asked nothing else, so that all that it needs is at hand: the least that a decision can take. */
    private void measureNothingElse() {
        List<Probe> alone = stores.stream()
                .map(store -> new Probe(
                        WARM + ", nothing else asked",
                        whose(store),
                        store.size(),
                        1,
                        round -> store.decide(Store.ALICE, 7)))
                .toList();
        measure(new ArrayList<>(alone));
        afterwards.addAll(alone);
    }

    /** One of our stores again, while somebody makes one feature set after the other in it. */
    private void measureWhileCreating(Store store) {
        if (!(store instanceof OurStore own)) {
            return;
        }
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> maker = CompletableFuture.runAsync(() -> {
            for (int made = 0; !enough.get(); made++) {
                own.create(made);
            }
        });
        Probe probe =
                new Probe(WARM + ", while nodes are made", "ours", own.size(), 1, round -> own.decide(Store.ALICE, 7));
        for (int round = 0; round < ROUNDS; round++) {
            probe.measure(round);
        }
        enough.set(true);
        maker.join();
        afterwards.add(probe);
    }

    /**
     * Of a request like those before it: its second, or of the cold ones each. What is asked rarely is left out: with every
     * statement logged, stock Keycloak's hundred thousand for "everything" outlast any patience.
     */
    private void count(Keycloak server) {
        probes.stream().filter(probe -> !probe.rare()).forEach(probe -> {
            probe.ask(1);
            probe.ask(2);
            probe.made(server.sql().during(() -> probe.ask(3)));
        });
    }
}
