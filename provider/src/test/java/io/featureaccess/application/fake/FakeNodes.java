package io.featureaccess.application.fake;

import io.featureaccess.application.port.Nodes;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.Ending;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Nodes in memory, in path order. */
public final class FakeNodes implements Nodes {

    private final Map<NodePath, Node> byPath = new TreeMap<>();
    private final Map<NodePath, Instant> reserved = new HashMap<>();
    private Runnable beforeLock = () -> {};

    Stream<Node> all() {
        return byPath.values().stream();
    }

    /** Until when a deleted node's path is kept. */
    public Optional<Instant> reservedUntil(String path) {
        return Optional.ofNullable(reserved.get(NodePath.parse(path)));
    }

    @Override
    public Optional<Node> find(NodeRef ref) {
        if (ref instanceof NodeRef.ByPath byPathRef) {
            return Optional.ofNullable(byPath.get(byPathRef.path()));
        }
        NodeId id = ((NodeRef.ById) ref).id();
        return all().filter(node -> node.id().equals(id)).findFirst();
    }

    @Override
    public List<Node> findAll(Set<NodeId> ids) {
        return all().filter(node -> ids.contains(node.id())).toList();
    }

    /** What somebody else does, and commits, just before the next lock is had. */
    public void beforeNextLock(Runnable somebodyElse) {
        beforeLock = () -> {
            beforeLock = () -> {};
            somebodyElse.run();
        };
    }

    @Override
    public Optional<Node> lock(NodeRef ref) {
        beforeLock.run();
        return find(ref);
    }

    @Override
    public void add(Node node, Instant now) {
        boolean kept = Optional.ofNullable(reserved.get(node.path()))
                .filter(now::isBefore)
                .isPresent();
        if (kept || byPath.containsKey(node.path())) {
            throw DomainProblem.nameTaken(node.path().name());
        }
        node.path().parent().ifPresent(parent -> {
            if (!byPath.containsKey(parent)) {
                throw new IllegalStateException("no parent " + parent);
            }
        });
        byPath.put(node.path(), node);
    }

    @Override
    public void update(Node node) {
        Node known = find(NodeRef.of(node.id())).orElseThrow();
        byPath.put(
                known.path(),
                new Node(
                        node.id(),
                        known.path(),
                        node.traits(),
                        node.displayName(),
                        node.description(),
                        node.createdBy(),
                        node.createdAt(),
                        known.version() + 1));
    }

    @Override
    public long countBelow(NodeId id) {
        return subtree(id).size() - 1;
    }

    @Override
    public List<Node> secretBelow(GrantTarget target, Optional<NodePath> after, int max) {
        return all().filter(node -> node.traits().secret())
                .filter(node -> target instanceof GrantTarget.AllWorkspaces
                        || isBelow(node, ((GrantTarget.OnNode) target).node()))
                .filter(node -> after.isEmpty() || node.path().compareTo(after.get()) > 0)
                .limit(max)
                .toList();
    }

    @Override
    public List<NodeId> subtree(NodeId id) {
        return all().filter(node -> node.id().equals(id) || isBelow(node, id))
                .map(Node::id)
                .toList();
    }

    @Override
    public void delete(NodePath path, Instant reservedUntil, Ending how) {
        NodeId root = byPath.get(path).id();
        List<Node> gone = all().filter(node -> node.id().equals(root) || isBelow(node, root))
                .toList();
        gone.forEach(node -> {
            byPath.remove(node.path());
            reserved.put(node.path(), reservedUntil);
        });
    }

    boolean isBelow(Node node, NodeId above) {
        return node.path().lineage().stream()
                .filter(path -> !path.equals(node.path()))
                .map(byPath::get)
                .anyMatch(ancestor -> ancestor != null && ancestor.id().equals(above));
    }
}
