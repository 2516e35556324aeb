package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.PermittedActions;
import io.featureaccess.domain.decision.Question;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import io.featureaccess.keycloak.spi.DecisionApi;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Permits what it was told to, to everyone. */
final class FakeDecisions implements DecisionApi {

    private final Map<NodePath, Set<Action>> permitted = new TreeMap<>();
    private final Map<NodePath, Instant> ends = new TreeMap<>();
    private final List<Question> denied = new ArrayList<>();
    private int calls;

    FakeDecisions permit(String path, Action... actions) {
        permitted.put(NodePath.parse(path), Set.of(actions));
        return this;
    }

    FakeDecisions until(String path, Instant end) {
        ends.put(NodePath.parse(path), end);
        return this;
    }

    /** What the door said it denied, as {@code a/b#view}. */
    List<String> denied() {
        return denied.stream()
                .map(question -> ((NodeRef.ByPath) question.node()).path() + "#"
                        + question.action().id())
                .toList();
    }

    int calls() {
        return calls;
    }

    static NodeId id(NodePath path) {
        return new NodeId(UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    @Override
    public Map<NodeRef, PermittedActions> permitted(PrincipalId principal, Set<NodeRef> nodes) {
        calls++;
        Map<NodeRef, PermittedActions> found = new HashMap<>();
        permitted.forEach((path, actions) -> Stream.of(NodeRef.of(path), NodeRef.of(id(path)))
                .filter(nodes::contains)
                .forEach(node -> found.put(node, permitted(path, actions))));
        return found;
    }

    private PermittedActions permitted(NodePath path, Set<Action> actions) {
        Map<Action, Instant> ending = new HashMap<>();
        if (ends.containsKey(path)) {
            actions.forEach(action -> ending.put(action, ends.get(path)));
        }
        return new PermittedActions(new NodeFacts(id(path), path, false, false), actions, ending);
    }

    @Override
    public List<Decision> decide(List<Question> questions) {
        throw new UnsupportedOperationException("UMA shows no reasons");
    }

    @Override
    public void denied(List<Question> questions) {
        denied.addAll(questions);
    }

    @Override
    public List<Decision> decideFor(Caller caller, List<Question> questions) {
        throw new UnsupportedOperationException("UMA decides for the principal itself");
    }

    @Override
    public Accessible accessible(PrincipalId principal, Optional<Action> action, Optional<NodeKind> kind, int limit) {
        calls++;
        List<AccessibleNode> all = permitted.entrySet().stream()
                .filter(entry -> action.isEmpty() || entry.getValue().contains(action.get()))
                .filter(entry -> kind.isEmpty() || entry.getKey().kind() == kind.get())
                .map(entry -> new AccessibleNode(
                        node(entry.getKey()), entry.getValue(), Optional.ofNullable(ends.get(entry.getKey()))))
                .toList();
        return new Accessible(all.subList(0, Math.min(limit, all.size())), all.size() > limit);
    }

    private static Node node(NodePath path) {
        return new Node(
                id(path), path, traits(path.kind()), path.name(), "", new PrincipalId("maker"), Instant.EPOCH, 0);
    }

    private static NodeTraits traits(NodeKind kind) {
        return switch (kind) {
            case WORKSPACE -> new NodeTraits.Workspace(WorkspaceKind.DEV, true, WorkspaceSettings.DEFAULT);
            case PROJECT -> new NodeTraits.Project(false, false);
            case FEATURE_SET -> new NodeTraits.FeatureSet(false, List.of());
        };
    }
}
