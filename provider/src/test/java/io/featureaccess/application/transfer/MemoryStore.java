package io.featureaccess.application.transfer;

import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One realm's nodes and grants in memory; refuses what the real tables would. */
final class MemoryStore implements Transfers, AuthorizationResources {

    final TreeMap<String, Node> nodes = new TreeMap<>();
    final List<Grant> grants = new ArrayList<>();
    final Set<NodeId> resources = new HashSet<>();
    final Set<NodePath> reserved = new HashSet<>();
    final Set<String> idsElsewhere = new HashSet<>();

    @Override
    public void copy(boolean withSecret, Receiver receiver) {
        grants.stream()
                .filter(grant -> grant.target() instanceof GrantTarget.AllWorkspaces)
                .forEach(grant -> receiver.grant(grant, Optional.empty()));
        nodes.values().stream()
                .filter(node -> withSecret || !hidden(node.path()))
                .forEach(node -> copy(node, receiver));
    }

    private void copy(Node node, Receiver receiver) {
        receiver.node(node);
        grants.stream()
                .filter(grant -> grant.target().equals(GrantTarget.node(node.id())))
                .forEach(grant -> receiver.grant(grant, Optional.of(node.path())));
    }

    private boolean hidden(NodePath path) {
        return path.lineage().stream()
                .anyMatch(above -> nodes.get(above.toString()).traits().secret());
    }

    @Override
    public List<Node> secretNodes(Optional<NodePath> after, int max) {
        return nodes.values().stream()
                .filter(node -> node.traits().secret())
                .filter(node -> after.isEmpty() || node.path().compareTo(after.get()) > 0)
                .limit(max)
                .toList();
    }

    @Override
    public List<Node> atPaths(Set<NodePath> paths) {
        return nodes.values().stream()
                .filter(node -> paths.contains(node.path()))
                .toList();
    }

    @Override
    public Set<NodePath> reserved(Set<NodePath> paths, Instant at) {
        Set<NodePath> both = new HashSet<>(paths);
        both.retainAll(reserved);
        return both;
    }

    @Override
    public Set<NodeId> takenNodeIds(Set<NodeId> ids) {
        Set<NodeId> taken = new HashSet<>(ids);
        taken.removeIf(id -> !idsElsewhere.contains(id.value()) && !resources.contains(id));
        return taken;
    }

    @Override
    public Set<GrantId> takenGrantIds(Set<GrantId> ids) {
        Set<GrantId> taken = new HashSet<>(ids);
        taken.removeIf(id -> !idsElsewhere.contains(id.value())
                && grants.stream().noneMatch(grant -> grant.id().equals(id)));
        return taken;
    }

    @Override
    public List<Grant> grants(Set<GrantTarget> targets, Set<PrincipalId> principals) {
        return grants.stream()
                .filter(grant -> targets.contains(grant.target()) && principals.contains(grant.principal()))
                .toList();
    }

    @Override
    public void addNodes(List<Node> added) {
        for (Node node : added) {
            boolean parentless = node.path().parent().isPresent()
                    && !nodes.containsKey(node.path().parent().get().toString());
            if (parentless || nodes.put(node.path().toString(), node) != null) {
                throw new IllegalStateException("cannot add " + node.path());
            }
        }
    }

    @Override
    public void updateNodes(List<Node> changed) {
        changed.forEach(node -> nodes.replace(node.path().toString(), node));
    }

    @Override
    public void addGrants(List<Grant> added) {
        grants.addAll(added);
    }

    @Override
    public void updateGrants(List<Grant> changed, Instant at) {
        changed.forEach(grant -> grants.replaceAll(there -> there.id().equals(grant.id()) ? grant : there));
    }

    @Override
    public void add(List<Node> added) {
        added.forEach(node -> resources.add(node.id()));
    }

    @Override
    public void remove(List<NodeId> ids) {
        throw new UnsupportedOperationException();
    }
}
