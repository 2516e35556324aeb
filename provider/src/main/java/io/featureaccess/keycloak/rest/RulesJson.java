package io.featureaccess.keycloak.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.featureaccess.domain.rule.MapperRules;
import java.nio.charset.StandardCharsets;

/**
 * A mapper with rules.
 *
 * @param everyLogin whether they are applied at each login, and not only at somebody's first
 * @param rules as they were written; a text where that is no JSON
 */
record RulesJson(String id, String name, String identityProvider, String mapper, boolean everyLogin, JsonNode rules) {

    static RulesJson of(MapperRules rules) {
        return new RulesJson(
                rules.mapper().id(),
                rules.mapper().name(),
                rules.mapper().identityProvider(),
                rules.kind().id(),
                rules.everyLogin(),
                json(rules.text()));
    }

    private static JsonNode json(String text) {
        try {
            return Json.read((text.isBlank() ? "[]" : text).getBytes(StandardCharsets.UTF_8));
        } catch (HttpProblem unreadable) {
            return TextNode.valueOf(text);
        }
    }
}
