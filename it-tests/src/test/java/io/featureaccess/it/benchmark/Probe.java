package io.featureaccess.it.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;

/** One kind of request to one store, how long it took each time, and how many statements it made. */
final class Probe {

    private final String what;
    private final String store;
    private final int size;
    private final int everyRounds;
    private final IntConsumer request;
    private final List<Long> nanos = new ArrayList<>();
    private Optional<List<String>> statements = Optional.empty();

    /**
     * @param everyRounds how rarely it is asked: 1 for each round
     * @param request given the number of the round
     */
    Probe(String what, String store, int size, int everyRounds, IntConsumer request) {
        this.what = what;
        this.store = store;
        this.size = size;
        this.everyRounds = everyRounds;
        this.request = request;
    }

    String what() {
        return what;
    }

    String store() {
        return store;
    }

    int size() {
        return size;
    }

    boolean due(int round) {
        return round % everyRounds == 0;
    }

    /** Whether each asking takes so long that it is not done more often than it must. */
    boolean rare() {
        return everyRounds > 1;
    }

    void ask(int round) {
        request.accept(round);
    }

    void measure(int round) {
        long start = System.nanoTime();
        request.accept(round);
        nanos.add(System.nanoTime() - start);
    }

    void made(List<String> madeStatements) {
        this.statements = Optional.of(madeStatements);
    }

    int measured() {
        return nanos.size();
    }

    /** How many statements it made, as text; a blank where they were not counted. */
    String statements() {
        return statements.map(made -> Integer.toString(made.size())).orElse("");
    }

    /** Statements on the extension's own tables, likewise. */
    String ownStatements() {
        return statements
                .map(made -> Long.toString(made.stream()
                        .filter(sql -> sql.toUpperCase(Locale.ROOT).contains(" FA_"))
                        .count()))
                .orElse("");
    }

    double median() {
        return percentile(50);
    }

    /** In milliseconds. */
    double percentile(int percent) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int index = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
        return sorted.get(index) / 1e6;
    }
}
