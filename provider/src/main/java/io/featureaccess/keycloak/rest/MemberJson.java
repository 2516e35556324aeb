package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.group.Member;
import io.featureaccess.domain.principal.Principal;

/**
 * A user or service account in a group.
 *
 * @param membership how they came to be in it; absent in the answer to who put them there
 */
record MemberJson(String id, String type, String reference, String name, MembershipJson membership) {

    static MemberJson of(Member member) {
        return of(member.principal(), MembershipJson.of(member.membership()));
    }

    static MemberJson of(Principal principal) {
        return of(principal, null);
    }

    private static MemberJson of(Principal principal, MembershipJson membership) {
        return new MemberJson(
                principal.id().value(), principal.type().id(), principal.reference(), principal.name(), membership);
    }
}
