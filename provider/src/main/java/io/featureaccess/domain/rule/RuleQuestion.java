package io.featureaccess.domain.rule;

import io.featureaccess.domain.principal.PrincipalRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a login would change.
 *
 * @param principal whose login; empty for somebody who comes for the first time
 * @param attributes what the identity provider would send, by name
 * @param mapper the mapper whose rules are replaced by these; empty where these are asked as if they were one mapper more
 * @param rules rules that are not saved yet, as they are written
 */
public record RuleQuestion(
        Optional<PrincipalRef> principal,
        Map<String, List<String>> attributes,
        Optional<String> mapper,
        Optional<String> rules) {

    public RuleQuestion {
        Objects.requireNonNull(principal, "principal is null");
        attributes = Map.copyOf(attributes);
        Objects.requireNonNull(mapper, "mapper is null");
        Objects.requireNonNull(rules, "rules is null");
    }
}
