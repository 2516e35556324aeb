package io.featureaccess.application.port;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The grants of one realm; a principal has a role on a target once or not at all. */
public interface Grants {

    /** Grants made on exactly this target, by principal name and strongest role first. */
    Page<Grant> on(GrantTarget target, PageRequest page);

    /** Of these principals, the grants on exactly this target, by one statement. */
    List<Grant> of(Set<PrincipalId> principals, GrantTarget target);

    /** Every grant of these principals, anywhere, in path order of their nodes. */
    Page<Grant> of(PrincipalId principal, PageRequest page);

    /** Locks the grants on all workspaces against change by others until the transaction ends. */
    void lockAllWorkspaces();

    void add(List<Grant> grants);

    /** Changes the end and the reason of a grant. */
    void changeEnd(GrantId id, Optional<Instant> expiresAt, Optional<String> reason);

    void remove(Set<GrantId> ids);

    /**
     * Whether somebody enabled would still own the node if these grants were gone: by an owner grant without an end, on the
     * node, above it or on all workspaces, to a principal that is enabled or to a group that has a member.
     */
    boolean ownedWithout(NodeId node, Set<GrantId> gone);

    /**
     * Principals that hold a role on the node, above it or on all workspaces, directly or through groups, by name; groups
     * are listed themselves and by their members.
     */
    Page<PrincipalId> holders(NodeId node, Optional<PrincipalType> type, PageRequest page);
}
