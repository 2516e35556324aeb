package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.rule.RuleMapper;
import java.util.List;

/**
 * How somebody came to be in a group.
 *
 * @param origin {@code direct} where a person put them there, perhaps beside rules; {@code rule} where rules alone did
 * @param rules those that give it now; absent where none does, where they were removed since, and for whom may not know them
 */
record MembershipJson(String origin, List<RuleSourceJson> rules) {

    /** @param identityProvider its alias */
    record RuleSourceJson(String identityProvider, String mapper) {

        static RuleSourceJson of(RuleMapper mapper) {
            return new RuleSourceJson(mapper.identityProvider(), mapper.name());
        }
    }

    static MembershipJson of(Membership membership) {
        return new MembershipJson(
                (membership.byHand() ? GrantOrigin.DIRECT : GrantOrigin.RULE).id(),
                membership.rules().isEmpty()
                        ? null
                        : membership.rules().stream().map(RuleSourceJson::of).toList());
    }
}
