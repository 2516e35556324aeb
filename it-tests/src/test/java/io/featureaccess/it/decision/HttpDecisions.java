package io.featureaccess.it.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.decisions.Check;
import io.featureaccess.it.harness.FeatureAccessApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The door {@code POST decisions}, asked in batches. */
final class HttpDecisions {

    private static final int MOST = 100;

    private final FeatureAccessApi api;
    private final boolean naming;

    /** @param naming whether to name the principal; otherwise whoever the token is for asks about themself */
    HttpDecisions(FeatureAccessApi api, boolean naming) {
        this.api = api;
        this.naming = naming;
    }

    /** What is answered otherwise than expected; empty when all agrees. */
    List<String> disagreements(List<Check> checks) {
        List<String> found = new ArrayList<>();
        List<JsonNode> answers = ask(checks);
        for (int i = 0; i < checks.size(); i++) {
            compare(checks.get(i), answers.get(i), found);
        }
        return found;
    }

    /** The decisions in the order of the checks. */
    List<JsonNode> ask(List<Check> checks) {
        List<JsonNode> answers = new ArrayList<>();
        for (int from = 0; from < checks.size(); from += MOST) {
            List<Check> batch = checks.subList(from, Math.min(from + MOST, checks.size()));
            List<Map<String, String>> body = batch.stream().map(this::question).toList();
            api.post("decisions", Map.of("checks", body))
                    .expect(200)
                    .json()
                    .path("decisions")
                    .forEach(answers::add);
        }
        return answers;
    }

    private Map<String, String> question(Check check) {
        Map<String, String> question = new LinkedHashMap<>();
        if (naming) {
            question.put("principal", check.principal());
        }
        question.put("action", check.action());
        question.put("node", check.node());
        return question;
    }

    private static void compare(Check check, JsonNode answer, List<String> found) {
        if (answer.path("permit").asBoolean() != check.permit()) {
            found.add(check + ": " + answer);
        }
        check.because()
                .filter(codes -> !codes.equals(codes(answer)))
                .ifPresent(codes -> found.add(check + " because " + codes + ": " + answer));
        check.wouldDo()
                .filter(grant -> !grant.equals(wouldPermit(answer)))
                .ifPresent(grant -> found.add(check + ", would do " + grant + ": " + answer));
    }

    private static TreeSet<String> codes(JsonNode answer) {
        return new TreeSet<>(answer.path("reasons").findValuesAsText("code"));
    }

    private static String wouldPermit(JsonNode answer) {
        JsonNode grant = answer.path("wouldPermit");
        return grant.isMissingNode() || grant.isNull()
                ? "nothing"
                : grant.path("role").asText() + " on " + grant.path("grantedOn").asText();
    }
}
