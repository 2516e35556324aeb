package io.featureaccess.it.decision;

import io.featureaccess.decisions.Check;
import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A realm with the world of one decision file in it, and everyone's tokens. */
final class DecisionRealm implements AutoCloseable {

    private final TestRealm realm;
    private final DecisionFile file;
    private final Map<String, String> tokens = new HashMap<>();

    private DecisionRealm(TestRealm realm, DecisionFile file) {
        this.realm = realm;
        this.file = file;
    }

    static DecisionRealm of(Keycloak server, String name) {
        DecisionFile file = DecisionFile.load(name);
        TestRealm realm = server.newRealm();
        new WorldSeeder(realm, file).seed();
        return new DecisionRealm(realm, file);
    }

    DecisionFile file() {
        return file;
    }

    TestRealm realm() {
        return realm;
    }

    /** Whoever can log in: a group cannot, nor can a disabled account. */
    List<String> askers() {
        return file.accounts().entrySet().stream()
                .filter(account -> account.getValue().enabled())
                .map(Map.Entry::getKey)
                .toList();
    }

    String token(String principal) {
        return tokens.computeIfAbsent(principal, this::newToken);
    }

    FeatureAccessApi api(String principal) {
        return realm.api(token(principal));
    }

    /** What each principal is expected to be answered about themself, with no glass broken. */
    Map<String, List<Check>> ownChecks() {
        return file.checks().stream()
                .filter(check -> check.askedBy().isEmpty() && !check.breakingGlass())
                .collect(Collectors.groupingBy(Check::principal));
    }

    /** The same by node. */
    static Map<String, List<Check>> byNode(List<Check> checks) {
        return checks.stream().collect(Collectors.groupingBy(Check::node));
    }

    private String newToken(String principal) {
        String name = principal.substring(principal.indexOf(':') + 1);
        Function<String, String> user = realm::token;
        return principal.startsWith("user:") ? user.apply(name) : realm.clientToken(name, name);
    }

    @Override
    public void close() {
        realm.close();
    }
}
