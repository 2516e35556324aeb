package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.account.Me;
import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.principal.Capability;
import java.util.List;

/**
 * A caller, told about themself.
 *
 * @param principal their reference
 * @param accountType {@code admin} or {@code principal}
 * @param groups the paths of the groups they are a direct member of
 * @param memberships the same, with how they came to be in each
 * @param capabilities what screens may offer them beside what grants permit
 * @param notifications whether they are told by e-mail what concerns them
 */
record MeJson(
        String principal,
        String principalId,
        String type,
        String name,
        String accountType,
        List<String> groups,
        List<JoinedJson> memberships,
        List<String> capabilities,
        boolean notifications) {

    /** @param group its path */
    record JoinedJson(String group, String origin, List<MembershipJson.RuleSourceJson> rules) {

        static JoinedJson of(String group, Membership membership) {
            MembershipJson how = MembershipJson.of(membership);
            return new JoinedJson(group, how.origin(), how.rules());
        }
    }

    static MeJson of(Me me) {
        return new MeJson(
                me.principal().reference(),
                me.principal().id().value(),
                me.principal().type().id(),
                me.principal().name(),
                me.admin() ? "admin" : "principal",
                List.copyOf(me.groups().byPath().keySet()),
                me.groups().byPath().entrySet().stream()
                        .map(joined -> JoinedJson.of(joined.getKey(), joined.getValue()))
                        .toList(),
                me.capabilities().stream().map(Capability::id).toList(),
                me.notifications());
    }
}
