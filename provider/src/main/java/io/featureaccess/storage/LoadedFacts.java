package io.featureaccess.storage;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.Asker;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of one read, put together for each pair that was asked about. */
final class LoadedFacts implements FactsReader.Loaded {

    private final Set<PrincipalId> principals;
    private final Set<NodeRef> nodes;
    private final Instant at;
    private final Map<String, NodeRow> byPath = new HashMap<>();
    private final Map<String, NodeRow> byId = new HashMap<>();
    private final Map<String, Asker> askers = new HashMap<>();
    private final Map<String, Map<String, List<Row>>> heldByPrincipalAndTarget = new HashMap<>();
    private final GroupPaths groups = new GroupPaths();

    private record NodeRow(NodeFacts facts, WorkspaceSettings settings) {}

    private LoadedFacts(Set<PrincipalId> principals, Set<NodeRef> nodes, Instant at) {
        this.principals = Set.copyOf(principals);
        this.nodes = Set.copyOf(nodes);
        this.at = at;
    }

    static LoadedFacts of(Set<PrincipalId> principals, Set<NodeRef> nodes, Instant at, Stream<Row> rows) {
        LoadedFacts loaded = new LoadedFacts(principals, nodes, at);
        rows.forEach(loaded::take);
        return loaded;
    }

    private void take(Row row) {
        switch (row.text(0)) {
            case "NODE" -> takeNode(row);
            case "PRINCIPAL" -> askers.put(row.text(1), new Asker(row.flag(6), row.flag(7), false));
            case "GROUP" -> groups.add(row.text(1), row.text(2), row.text(3));
            case "HELD" ->
                heldByPrincipalAndTarget
                        .computeIfAbsent(row.text(2), principal -> new HashMap<>())
                        .computeIfAbsent(row.text(4), target -> new ArrayList<>())
                        .add(row);
            default -> throw new IllegalStateException("a row of unknown type " + row.text(0));
        }
    }

    private void takeNode(Row row) {
        NodePath path = NodePath.parse(row.text(2));
        NodeFacts facts = new NodeFacts(new NodeId(row.text(1)), path, row.flag(6), row.flag(7));
        NodeRow node = new NodeRow(facts, new WorkspaceSettings(row.flag(8)));
        byPath.put(row.text(2), node);
        byId.put(row.text(1), node);
    }

    @Override
    public Facts about(PrincipalId principal, NodeRef node) {
        if (!principals.contains(principal) || !nodes.contains(node)) {
            throw new IllegalArgumentException("nothing was read about " + principal + " and " + node);
        }
        Asker asker = askers.getOrDefault(principal.value(), Asker.UNKNOWN);
        List<NodeFacts> lineage = lineage(node);
        WorkspaceSettings settings = lineage.isEmpty()
                ? WorkspaceSettings.DEFAULT
                : byId.get(lineage.get(0).id().value()).settings();
        return new Facts(lineage, asker, held(principal, lineage), settings, at);
    }

    private List<NodeFacts> lineage(NodeRef ref) {
        NodeRow node =
                ref instanceof NodeRef.ById byIdRef ? byId.get(byIdRef.id().value()) : byPath.get(ref.toString());
        if (node == null) {
            return List.of();
        }
        return node.facts().path().lineage().stream()
                .map(path -> byPath.get(path.toString()).facts())
                .toList();
    }

    private List<HeldRole> held(PrincipalId principal, List<NodeFacts> lineage) {
        Map<String, List<Row>> byTarget = heldByPrincipalAndTarget.getOrDefault(principal.value(), Map.of());
        List<HeldRole> held = new ArrayList<>();
        if (!lineage.isEmpty()) {
            addHeld(held, byTarget, GrantTarget.ALL_WORKSPACES, Level.ALL_WORKSPACES);
        }
        lineage.forEach(node -> addHeld(held, byTarget, node.id().value(), Level.of(node.kind())));
        return held;
    }

    private void addHeld(List<HeldRole> held, Map<String, List<Row>> byTarget, String target, Level level) {
        for (Row row : byTarget.getOrDefault(target, List.of())) {
            boolean own = row.text(2).equals(row.text(3));
            held.add(new HeldRole(
                    new GrantId(row.text(1)),
                    level,
                    Role.parse(row.text(5)),
                    row.optionalInstant(9),
                    own ? Optional.empty() : Optional.of(groups.pathOf(row.text(3)))));
        }
    }
}
