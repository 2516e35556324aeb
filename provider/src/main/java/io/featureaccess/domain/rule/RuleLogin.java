package io.featureaccess.domain.rule;

import io.featureaccess.domain.principal.Principal;
import java.util.Objects;

/**
 * Somebody who comes in through an identity provider, at one of its mappers.
 *
 * @param address the network address they come from
 */
public record RuleLogin(Principal user, RuleMapper mapper, String address) {

    public RuleLogin {
        Objects.requireNonNull(user, "user is null");
        Objects.requireNonNull(mapper, "mapper is null");
        Objects.requireNonNull(address, "address is null");
    }
}
