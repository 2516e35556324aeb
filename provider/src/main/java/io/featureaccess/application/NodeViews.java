package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows nodes to a caller, by as many statements for one as for many; what the caller may not see is not shown. */
public final class NodeViews {

    private final FactsReader reader;
    private final Directory directory;
    private final NodeOwners owners;
    private final AuditTrail trail;

    public NodeViews(FactsReader reader, Directory directory, NodeOwners owners, AuditTrail trail) {
        this.reader = reader;
        this.directory = directory;
        this.owners = owners;
        this.trail = trail;
    }

    /** The nodes in their order; secret ones that an admin sees by breaking the glass are put on record. */
    List<NodeView> looks(Caller caller, List<Node> nodes, Instant at) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        FactsReader.Loaded facts = facts(caller, nodes, at);
        List<Seen> seen = new ArrayList<>();
        List<Change> lookedThrough = new ArrayList<>();
        for (Node node : nodes) {
            Facts plain = facts.about(caller.principal(), NodeRef.of(node.id()));
            Access access = Access.of(plain);
            if (!access.sees() && caller.breakGlass().isPresent()) {
                access = Access.of(plain.breakingGlass());
                if (access.sees()) {
                    lookedThrough.add(lookThrough(caller, node));
                }
            }
            if (access.sees()) {
                seen.add(new Seen(node, access));
            }
        }
        trail.record(caller, lookedThrough);
        return views(seen);
    }

    /** The nodes in their order; those on which no role counts are left out. */
    List<NodeView> held(Caller caller, List<Node> nodes, Instant at) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        FactsReader.Loaded facts = facts(caller, nodes, at);
        return views(nodes.stream()
                .map(node -> new Seen(node, Access.of(facts.about(caller.principal(), NodeRef.of(node.id())))))
                .filter(seen -> !seen.access().countingRoles().isEmpty())
                .toList());
    }

    /** The node after the caller changed it, even if the change hid it from them. */
    NodeView changed(Caller caller, Node node, Instant at) {
        Facts facts = facts(caller, List.of(node), at).about(caller.principal(), NodeRef.of(node.id()));
        return view(node, Access.of(facts), at);
    }

    /** One node by itself, with its owners for whoever sees it. */
    NodeView view(Node node, Access access, Instant at) {
        NodeView view = views(List.of(new Seen(node, access))).get(0);
        return access.sees() ? view.withOwners(owners.of(node.id(), at)) : view;
    }

    private record Seen(Node node, Access access) {}

    private List<NodeView> views(List<Seen> seen) {
        Set<PrincipalId> creators = new LinkedHashSet<>();
        seen.forEach(one -> creators.add(one.node().createdBy()));
        Map<PrincipalId, Principal> people = creators.isEmpty() ? Map.of() : directory.find(creators);
        return seen.stream()
                .map(one -> new NodeView(
                        one.node(), Optional.ofNullable(people.get(one.node().createdBy())), one.access(), List.of()))
                .toList();
    }

    private FactsReader.Loaded facts(Caller caller, List<Node> nodes, Instant at) {
        Set<NodeRef> refs = new LinkedHashSet<>();
        nodes.forEach(node -> refs.add(NodeRef.of(node.id())));
        return reader.read(Set.of(caller.principal()), refs, at);
    }

    private static Change lookThrough(Caller caller, Node node) {
        return Change.of(AuditChange.BREAK_GLASS)
                .on(new AuditRow.Subject(node.id(), node.path(), true))
                .because(caller.breakGlass());
    }
}
