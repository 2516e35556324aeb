package io.featureaccess.application.people;

import io.featureaccess.application.Admins;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.Groups;
import io.featureaccess.application.port.ServerPowers;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import java.util.Set;

/** Lets admins change users and groups, one after the other, and leads them to those that are meant. */
public final class PeopleGate {

    /** Nobody's id, for a question about everybody. */
    private static final PrincipalId NOBODY = new PrincipalId("nobody");

    private final Directory directory;
    private final Grants grants;
    private final Groups groups;
    private final ServerPowers powers;

    public PeopleGate(Directory directory, Grants grants, Groups groups, ServerPowers powers) {
        this.directory = directory;
        this.grants = grants;
        this.groups = groups;
        this.powers = powers;
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin */
    void look(Caller caller, String what) {
        new Admins(directory).require(caller, what);
    }

    /**
     * Keeps other changes of users and groups waiting until the transaction ends, and judges the caller by what holds then.
     *
     * @throws DomainProblem {@code forbidden} unless the caller is an admin
     */
    void change(Caller caller, String what) {
        look(caller, what);
        grants.lockAllWorkspaces();
        look(caller, what);
    }

    /** @throws DomainProblem {@code not-found} */
    Group group(PrincipalRef reference) {
        return resolved(reference)
                .filter(principal -> principal.type() == PrincipalType.GROUP)
                .flatMap(principal -> groups.find(principal.id()))
                .orElseThrow(() -> DomainProblem.notFound("group"));
    }

    /** @throws DomainProblem {@code unknown-principal} where the reference means no group */
    Group parent(PrincipalRef reference) {
        return resolved(reference)
                .flatMap(principal -> groups.find(principal.id()))
                .orElseThrow(() -> DomainProblem.unknownGroup("parent", reference.toString()));
    }

    /** @throws DomainProblem {@code not-found} where the reference means no user; service accounts are none */
    Principal user(PrincipalRef reference) {
        return resolved(reference)
                .filter(principal -> principal.type() == PrincipalType.USER)
                .orElseThrow(() -> DomainProblem.notFound("user"));
    }

    /** @throws DomainProblem {@code unknown-principal}; {@code malformed-value} for a group: one is moved, and joins no other */
    Principal member(PrincipalRef reference) {
        Principal principal =
                resolved(reference).orElseThrow(() -> DomainProblem.unknownPrincipal(reference.toString()));
        if (principal.type() == PrincipalType.GROUP) {
            throw DomainProblem.malformed(
                    "principal", "it is a user or service account; a group is moved into another");
        }
        return principal;
    }

    /**
     * Whoever may change the feature store may not thereby change who may change the server.
     *
     * @throws DomainProblem {@code forbidden} where the user or group has powers over Keycloak itself
     */
    void requireWithoutPowers(PrincipalId id) {
        if (powers.heldBy(id)) {
            throw DomainProblem.forbidden(
                    "this user or group has powers over Keycloak itself, and is changed in Keycloak's own administration");
        }
    }

    /** @throws DomainProblem {@code last-admin} where nobody enabled is one after the change */
    void requireAdminLeft() {
        if (!directory.hasAdminBeside(NOBODY)) {
            throw DomainProblem.lastAdmin();
        }
    }

    private Optional<Principal> resolved(PrincipalRef reference) {
        return Optional.ofNullable(directory.resolve(Set.of(reference)).get(reference));
    }
}
