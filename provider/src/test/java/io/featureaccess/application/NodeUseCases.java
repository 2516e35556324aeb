package io.featureaccess.application;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.node.NewNode;
import io.featureaccess.domain.node.NodeChange;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The use cases about nodes over one realm in memory, by paths as text. */
final class NodeUseCases {

    static final Duration RESERVATION = Duration.ofMinutes(10);

    final FakeRealm realm = new FakeRealm();
    private final NodeViews views = new NodeViews(
            realm.facts(), realm.directory(), new NodeOwners(realm.grants(), realm.facts()), realm.trail());
    private final NodeRegister register =
            new NodeRegister(realm.nodes(), realm.grants(), realm.resources(), views, realm.trail());

    NodeView createWorkspace(Caller caller, String name, WorkspaceKind kind) {
        return create(caller, name, new NodeTraits.Workspace(kind, true, WorkspaceSettings.DEFAULT));
    }

    /** An open project or feature set. */
    NodeView create(Caller caller, String path) {
        boolean project = NodePath.parse(path).segments().size() == 2;
        return create(
                caller,
                path,
                project ? new NodeTraits.Project(false, false) : new NodeTraits.FeatureSet(false, List.of()));
    }

    NodeView create(Caller caller, String path, NodeTraits traits) {
        NewNode wanted = NewNode.of(NodePath.parse(path), traits, Optional.empty(), Optional.empty());
        return new CreateNode(realm.gate(), realm.facts(), register, realm.clock()).create(caller, wanted);
    }

    NodeView get(Caller caller, String path) {
        return new GetNode(realm.gate(), realm.nodes(), views, realm.clock()).get(caller, ref(path));
    }

    Page<NodeView> workspaces(Caller caller, PageRequest page) {
        return list().workspaces(caller, Optional.empty(), page);
    }

    Page<NodeView> children(Caller caller, String parent) {
        return children(caller, parent, PageRequest.ofFirst(PageRequest.USUAL));
    }

    Page<NodeView> children(Caller caller, String parent, PageRequest page) {
        return list().children(caller, NodePath.parse(parent), Optional.empty(), page);
    }

    Page<NodeView> named(Caller caller, String parent, String text) {
        PageRequest page = PageRequest.ofFirst(PageRequest.USUAL);
        return list().children(caller, NodePath.parse(parent), Optional.of(text), page);
    }

    NodeView update(Caller caller, String path, NodeChange change) {
        return new UpdateNode(realm.gate(), realm.nodes(), register, realm.clock()).update(caller, ref(path), change);
    }

    void delete(Caller caller, String path, boolean recursive) {
        new DeleteNode(realm.gate(), realm.nodes(), register, () -> RESERVATION, realm.clock())
                .delete(caller, ref(path), recursive);
    }

    MyAccess myAccess() {
        return new MyAccess(realm.lists(), views, realm.clock());
    }

    static List<String> paths(Page<NodeView> page) {
        return page.items().stream().map(view -> view.node().path().toString()).toList();
    }

    ListNodes list() {
        return new ListNodes(realm.lists(), realm.facts(), views, realm.clock());
    }

    private static NodeRef ref(String path) {
        return NodeRef.of(NodePath.parse(path));
    }
}
