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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of one read, put together for each pair that was asked about. */
final class LoadedFacts implements FactsReader.Loaded {

    private final Set<PrincipalId> principals;
    private final Set<NodeRef> nodes;
    private final Instant at;
    private final Map<String, NodeRow> byPath = new HashMap<>();
    private final Map<String, NodeRow> byId = new HashMap<>();
    private final Map<String, Boolean> enabled = new HashMap<>();
    private final Set<String> admins = new HashSet<>();
    /** By principal and target, and then by the grant's id: a group may be reached by several ways. */
    private final Map<String, Map<String, Map<String, Row>>> heldByPrincipalAndTarget = new HashMap<>();

    private final GroupPaths groups = new GroupPaths();
    private final Map<String, Set<String>> carriers = new HashMap<>();

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
            case "USER" -> enabled.put(row.text(1), row.flag(6));
            case "GROUP" -> takeGroup(row);
            case "ADMIN" -> admins.add(row.text(1));
            case "HELD" ->
                heldByPrincipalAndTarget
                        .computeIfAbsent(row.text(2), principal -> new HashMap<>())
                        .computeIfAbsent(row.text(4), target -> new LinkedHashMap<>())
                        .put(row.text(1), row);
            default -> throw new IllegalStateException("a row of unknown type " + row.text(0));
        }
    }

    private void takeGroup(Row row) {
        groups.add(row.text(1), row.text(2), row.text(3));
        if (row.text(1).equals(row.text(4))) {
            enabled.put(row.text(1), true);
        }
        carriers.computeIfAbsent(row.text(4), principal -> new LinkedHashSet<>())
                .add(row.text(1));
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
        return about(principal, lineage(node));
    }

    /** The facts about every node that was read, those above asked ones included. */
    List<Facts> aboutEach(PrincipalId principal) {
        return byId.keySet().stream()
                .map(id -> about(principal, lineage(NodeRef.of(new NodeId(id)))))
                .toList();
    }

    private Facts about(PrincipalId principal, List<NodeFacts> lineage) {
        Asker asker = asker(principal);
        WorkspaceSettings settings = lineage.isEmpty()
                ? WorkspaceSettings.DEFAULT
                : byId.get(lineage.get(0).id().value()).settings();
        return new Facts(lineage, asker, held(principal, lineage), settings, at);
    }

    /**
     * The facts as they would be about a node that is imagined below another, or as a workspace; that other may be imagined too: what is the same for all
     * children of a node can so be asked of the rules themselves.
     *
     * @param own what is imagined to be held on it
     */
    Facts aboutImagined(PrincipalId principal, Optional<NodeFacts> parent, NodeFacts node, List<HeldRole> own) {
        List<NodeFacts> lineage = new ArrayList<>();
        parent.ifPresent(above -> {
            List<NodeFacts> known = lineage(NodeRef.of(above.id()));
            lineage.addAll(known.isEmpty() ? List.of(above) : known);
        });
        lineage.add(node);
        List<HeldRole> held = new ArrayList<>(held(principal, lineage));
        held.addAll(own);
        Asker asker = asker(principal);
        return new Facts(lineage, asker, held, WorkspaceSettings.DEFAULT, at);
    }

    Optional<NodeFacts> node(NodeRef ref) {
        List<NodeFacts> lineage = lineage(ref);
        return lineage.isEmpty() ? Optional.empty() : Optional.of(lineage.get(lineage.size() - 1));
    }

    private Asker asker(PrincipalId principal) {
        String id = principal.value();
        return enabled.containsKey(id) ? new Asker(enabled.get(id), admins.contains(id), false) : Asker.UNKNOWN;
    }

    boolean isEnabled(PrincipalId principal) {
        return asker(principal).enabled();
    }

    boolean isAdmin(PrincipalId principal) {
        return asker(principal).admin();
    }

    /** Whose grants count for the principal: its own, its groups' and those that they lie in. */
    List<String> carriers(PrincipalId principal) {
        Set<String> all = new LinkedHashSet<>(carriers.getOrDefault(principal.value(), Set.of()));
        all.add(principal.value());
        return List.copyOf(all);
    }

    /** The roles that count there, by name. */
    Set<String> onAllWorkspaces(PrincipalId principal) {
        return heldBy(principal).getOrDefault(GrantTarget.ALL_WORKSPACES, Map.of()).values().stream()
                .filter(row -> row.optionalInstant(9).map(at::isBefore).orElse(true))
                .map(row -> row.text(5))
                .collect(Collectors.toSet());
    }

    /** The path of a group that counts for one of the principals; empty for any other id. */
    Optional<String> groupPath(String id) {
        return groups.ids().contains(id) ? Optional.of(groups.pathOf(id)) : Optional.empty();
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
        Map<String, Map<String, Row>> byTarget = heldBy(principal);
        List<HeldRole> held = new ArrayList<>();
        if (!lineage.isEmpty()) {
            addHeld(held, byTarget, GrantTarget.ALL_WORKSPACES, Level.ALL_WORKSPACES);
        }
        lineage.forEach(node -> addHeld(held, byTarget, node.id().value(), Level.of(node.kind())));
        return held;
    }

    private Map<String, Map<String, Row>> heldBy(PrincipalId principal) {
        return heldByPrincipalAndTarget.getOrDefault(principal.value(), Map.of());
    }

    private void addHeld(List<HeldRole> held, Map<String, Map<String, Row>> byTarget, String target, Level level) {
        for (Row row : byTarget.getOrDefault(target, Map.of()).values()) {
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
