package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.CreateNode;
import io.featureaccess.application.DeleteNode;
import io.featureaccess.application.GetNode;
import io.featureaccess.application.ListNodes;
import io.featureaccess.application.UpdateNode;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.node.NewNode;
import io.featureaccess.domain.node.NodeChange;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.keycloak.spi.NodeApi;
import java.util.Optional;

/** {@link NodeApi} by the use cases. */
record NodeUseCases(CreateNode create, GetNode get, ListNodes list, UpdateNode update, DeleteNode delete)
        implements NodeApi {

    @Override
    public NodeView create(Caller caller, NewNode wanted) {
        return create.create(caller, wanted);
    }

    @Override
    public NodeView get(Caller caller, NodeRef ref) {
        return get.get(caller, ref);
    }

    @Override
    public Page<NodeView> list(Caller caller, Optional<NodePath> parent, Optional<String> text, PageRequest page) {
        return parent.map(path -> list.children(caller, path, text, page))
                .orElseGet(() -> list.workspaces(caller, text, page));
    }

    @Override
    public Page<NodeView> search(Caller caller, NodeSearch search, PageRequest page) {
        return list.found(caller, search, page);
    }

    @Override
    public NodeView update(Caller caller, NodeRef ref, NodeChange change) {
        return update.update(caller, ref, change);
    }

    @Override
    public void delete(Caller caller, NodeRef ref, boolean recursive) {
        delete.delete(caller, ref, recursive);
    }
}
