package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.group.GroupPlace;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;

/** How requests name groups. */
final class GroupReference {

    private GroupReference() {}

    /** In a route: an id, or a reference. */
    static PrincipalRef ofRoute(String text) {
        return text.indexOf(':') < 0 ? new PrincipalRef.ById(new PrincipalId(text)) : PrincipalRef.parse(text);
    }

    /** @throws DomainProblem {@code malformed-value} on {@code parent} where the reference cannot mean a group */
    static PrincipalRef ofParent(String text) {
        return new GroupPlace.In(parsed(text)).parent();
    }

    private static PrincipalRef parsed(String text) {
        try {
            return PrincipalRef.parse(text);
        } catch (DomainProblem malformed) {
            throw DomainProblem.notOneOf("parent", text, GroupPlace.FORMS);
        }
    }
}
