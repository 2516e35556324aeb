package io.featureaccess.it.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.decisions.Check;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Jwt;
import io.featureaccess.it.harness.Uma;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The UMA door, which answers the permitted actions of nodes. */
final class UmaDecisions {

    private final DecisionRealm realm;
    private final String principal;

    UmaDecisions(DecisionRealm realm, String principal) {
        this.realm = realm;
        this.principal = principal;
    }

    /** The actions permitted on each node, out of these: one request for all of them, answered as a list. */
    Map<String, TreeSet<String>> permissions(Map<String, List<Check>> byNode) {
        return permissions(request(byNode).mode("permissions").send());
    }

    /** The same, taken from the token that any service can validate. */
    Map<String, TreeSet<String>> rpt(Map<String, List<Check>> byNode) {
        Answer answer = request(byNode).send();
        if (answer.status() == 403) {
            return permissions(answer);
        }
        String token = answer.expect(200).json().path("access_token").asText();
        return byPath(Jwt.payload(token).path("authorization").path("permissions"));
    }

    /** Whether the answer to a mere yes or no is yes. */
    boolean permits(Check check) {
        Answer answer = asked().permission(check.node() + "#" + check.action())
                .mode("decision")
                .send();
        if (answer.status() == 403) {
            return !permissions(answer).isEmpty();
        }
        return answer.expect(200).json().path("result").asBoolean();
    }

    /** Every node on which the principal has a role that counts. */
    Map<String, TreeSet<String>> everything() {
        return permissions(asked().mode("permissions").send());
    }

    private Uma request(Map<String, List<Check>> byNode) {
        Uma request = asked();
        byNode.forEach((node, checks) -> request.permission(
                node + "#" + checks.stream().map(Check::action).distinct().collect(Collectors.joining(","))));
        return request;
    }

    private Uma asked() {
        return realm.realm().uma().bearer(realm.token(principal));
    }

    private static Map<String, TreeSet<String>> permissions(Answer answer) {
        if (answer.status() != 403) {
            return byPath(answer.expect(200).json());
        }
        if (!answer.error().equals("access_denied")) {
            throw new AssertionError("a denial is access_denied: " + answer);
        }
        return Map.of();
    }

    private static Map<String, TreeSet<String>> byPath(JsonNode permissions) {
        Map<String, TreeSet<String>> byPath = new TreeMap<>();
        permissions.forEach(permission -> {
            TreeSet<String> scopes = new TreeSet<>();
            permission.path("scopes").forEach(scope -> scopes.add(scope.asText()));
            byPath.put(permission.path("rsname").asText(), scopes);
        });
        return byPath;
    }
}
