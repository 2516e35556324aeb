package io.featureaccess.domain.rule;

import java.util.Objects;

/**
 * A mapper of an identity provider, as it is configured.
 *
 * @param everyLogin whether its rules are applied at each login, and not only at the first
 * @param text the rules as they are written
 */
public record MapperRules(RuleMapper mapper, MapperKind kind, boolean everyLogin, String text) {

    public MapperRules {
        Objects.requireNonNull(mapper, "mapper is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(text, "text is null");
    }

    public MapperRules with(String rules) {
        return new MapperRules(mapper, kind, everyLogin, rules);
    }
}
