package io.featureaccess.domain.rule;

import java.util.Objects;

/**
 * Where people log in whom the realm knows from elsewhere.
 *
 * @param alias unique in its realm
 */
public record IdentityProvider(String alias, String displayName) {

    public IdentityProvider {
        Objects.requireNonNull(alias, "alias is null");
        Objects.requireNonNull(displayName, "displayName is null");
    }
}
