package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.principal.Capability;
import io.featureaccess.domain.principal.Me;
import java.util.List;

/**
 * A caller, told about themself.
 *
 * @param principal their reference
 * @param accountType {@code admin} or {@code principal}
 * @param groups the paths of the groups they are a direct member of
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
        List<String> capabilities,
        boolean notifications) {

    static MeJson of(Me me) {
        return new MeJson(
                me.principal().reference(),
                me.principal().id().value(),
                me.principal().type().id(),
                me.principal().name(),
                me.admin() ? "admin" : "principal",
                me.groups(),
                me.capabilities().stream().map(Capability::id).toList(),
                me.notifications());
    }
}
