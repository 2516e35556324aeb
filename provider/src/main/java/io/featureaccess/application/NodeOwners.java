package io.featureaccess.application;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.Grants;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom to ask about a node: its owners, by three statements whatever their number. Only for those who see the node. */
public final class NodeOwners {

    /** How many names whoever sees a node may know. */
    static final int SHOWN = 5;

    /** More than are shown, since some of those to whom owner is granted own nothing for now. */
    private static final int LOOKED_AT = 20;

    private final Grants grants;
    private final FactsReader reader;

    public NodeOwners(Grants grants, FactsReader reader) {
        this.grants = grants;
        this.reader = reader;
    }

    /** Those who own the node at this instant, whose grant is nearest to it first. */
    List<Principal> of(NodeId node, Instant at) {
        List<Principal> granted = grants.grantedOwners(node, LOOKED_AT, at);
        if (granted.isEmpty()) {
            return List.of();
        }
        NodeRef ref = NodeRef.of(node);
        Set<PrincipalId> ids = granted.stream().map(Principal::id).collect(Collectors.toSet());
        FactsReader.Loaded facts = reader.read(ids, Set.of(ref), at);
        return granted.stream()
                .filter(one ->
                        Access.of(facts.about(one.id(), ref)).countingRoles().contains(Role.OWNER))
                .limit(SHOWN)
                .toList();
    }
}
