package io.featureaccess.it.benchmark;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.harness.Uma;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A realm with so many feature sets in it, and how to ask for one of them. */
abstract class Store {

    /** May read some. */
    static final String ALICE = "alice";
    /** May read all. */
    static final String BOB = "bob";
    /** How many of the feature sets Alice may read; with their project she has fifty nodes. */
    static final int ALICES = 49;

    /** Its tokens carry all roles, which stock Keycloak decides by. */
    private static final String CLIENT = "measuring";

    /** Rows written to the database at once. */
    static final int BATCH = 1000;

    private final TestRealm realm;
    private final String audience;
    private final int size;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** @param audience the resource server's client */
    Store(TestRealm realm, String audience, int size) {
        this.realm = realm;
        this.audience = audience;
        this.size = size;
        realm.admin().put("", Map.of("accessTokenLifespan", 36_000)).expect(204);
        realm.directory().user(ALICE);
        realm.directory().user(BOB);
        realm.directory().publicClient(CLIENT, audience);
    }

    /** Makes the feature sets, and lets Alice and Bob read theirs. */
    abstract void seed();

    /** What the feature set is called; Alice may read the first {@link #ALICES}. */
    abstract String name(int featureSet);

    final int size() {
        return size;
    }

    final TestRealm realm() {
        return realm;
    }

    final String token(String user) {
        return tokens.computeIfAbsent(user, name -> realm.tokenFrom(CLIENT, name));
    }

    /** After a restart, tokens are asked for again: their sessions may be gone. */
    final void logInAgain() {
        tokens.clear();
    }

    final Answer decide(String user, int featureSet) {
        return one(user, featureSet).mode("decision").send().expect(200);
    }

    final Answer rpt(String user, int featureSet) {
        return one(user, featureSet).send().expect(200);
    }

    final Answer everything(String user) {
        return uma(user).send().expect(200);
    }

    /** How many nodes Alice's RPT names that has everything. */
    final int permissions() {
        return uma(ALICE).rpt().path("authorization").path("permissions").size();
    }

    private Uma one(String user, int featureSet) {
        return uma(user).permission(name(featureSet) + "#read-online");
    }

    private Uma uma(String user) {
        return realm.umaOf(audience).bearer(token(user));
    }
}
