package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.account.Invited;

/** @param delivery what became of the e-mail */
record InvitedJson(String id, String reference, String name, String delivery) {

    static InvitedJson of(Invited invited) {
        return new InvitedJson(
                invited.user().id().value(),
                invited.user().reference(),
                invited.user().name(),
                invited.delivery().id());
    }
}
