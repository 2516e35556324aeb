package io.featureaccess.application.port;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.request.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The grants of one realm; a principal has a role on a target once or not at all. Every grant is a permission from when it is
 * added, and no longer when it is gone: how it went is written down with it, or where Keycloak took it with its user or
 * group, found later.
 */
public interface Grants {

    /** Grants made on exactly this target, by principal name and strongest role first. */
    Page<Grant> on(GrantTarget target, PageRequest page);

    /** Of these principals, the grants on exactly this target, by one statement. */
    List<Grant> of(Set<PrincipalId> principals, GrantTarget target);

    /**
     * What a principal holds anywhere, also by the groups it is in and those they lie in: on all workspaces first, then in
     * path order of the nodes. Nodes that are secret or lie below a secret one are left out unless the reader owns them.
     *
     * @param reader who will read the answer
     * @param glassBroken whether the reader is an admin who reads with the glass broken, and so has nothing left out
     */
    List<HeldGrant> heldBy(
            PrincipalId principal, PrincipalId reader, boolean glassBroken, PageRequest page, Instant at);

    /** Locks the grants on all workspaces against change by others until the transaction ends. */
    void lockAllWorkspaces();

    void add(List<Grant> grants);

    /**
     * Writes the ends and the reasons of grants that exist; nothing else of a grant ever changes. One that had run out by that
     * instant and gets a later end is a permission anew.
     */
    void changeEnds(List<Grant> changed, Instant at);

    /** @param how what is written down of their permissions */
    void remove(Set<GrantId> ids, Ending how);

    /**
     * Whether somebody enabled would still own the node if these grants were gone: by an owner grant without an end, on the
     * node, above it or on all workspaces, to a principal that is enabled or to a group that has a member.
     */
    boolean ownedWithout(NodeId node, Set<GrantId> gone);

    /**
     * Whether a workspace that has such an owner now, by a grant on itself or on all workspaces, would have none if these
     * grants were gone.
     */
    boolean orphansWorkspaceWithout(Set<GrantId> gone);

    /**
     * Principals that hold a role on the node, above it or on all workspaces, directly or through groups, by name; groups
     * are listed themselves and by their members.
     *
     * @param name only those with this in their name, whatever its case; empty for all
     */
    Page<PrincipalId> holders(NodeId node, Optional<PrincipalType> type, Optional<String> name, PageRequest page);

    /**
     * To whom owner is granted on the node or above it, or what is inherited as owner there: those whose grant is nearest to
     * the node first, then by name. Some may be disabled, and some grants may sleep.
     */
    List<Principal> grantedOwners(NodeId node, int max, Instant at);

    /**
     * @param path where it is held; empty for all workspaces
     * @param secret whether that node is hidden from all but its owners, by itself or by its project
     * @param via the path of the group that holds it; empty for a grant to the principal itself
     */
    record HeldGrant(Grant grant, Optional<NodePath> path, boolean secret, Optional<String> via) {}
}
