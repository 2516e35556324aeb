package io.featureaccess.domain.rule;

import java.util.Objects;

/**
 * One mapper of an identity provider, whose rules are evaluated together.
 *
 * @param name unique among the mappers of its identity provider
 * @param identityProvider its alias
 */
public record RuleMapper(String id, String name, String identityProvider) {

    public RuleMapper {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(identityProvider, "identityProvider is null");
    }
}
