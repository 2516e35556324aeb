package io.featureaccess.domain.notice;

import io.featureaccess.domain.principal.PrincipalId;

/** Whom a notice is for. Who that is, is looked up when letters are written, and not by whoever makes the change. */
public sealed interface Audience {

    /** One user. */
    record Person(PrincipalId id) implements Audience {}

    /**
     * Those who can answer on the node: its owners, nearest first; admins where it has none.
     *
     * @param except who asks, and so cannot answer
     */
    record Answerers(PrincipalId except) implements Audience {}
}
