package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.principal.Principal;

/** A user or service account in a group. */
record MemberJson(String id, String type, String reference, String name) {

    static MemberJson of(Principal principal) {
        return new MemberJson(principal.id().value(), principal.type().id(), principal.reference(), principal.name());
    }
}
