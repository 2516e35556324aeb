package io.featureaccess.application.fake;

import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources in memory, by id, with their names. */
public final class FakeResources implements AuthorizationResources {

    private final Map<NodeId, String> names = new LinkedHashMap<>();

    public Set<String> names() {
        return Set.copyOf(names.values());
    }

    @Override
    public void add(List<Node> nodes) {
        nodes.forEach(node -> names.put(node.id(), node.path().toString()));
    }

    @Override
    public void remove(List<NodeId> ids) {
        names.keySet().removeAll(ids);
    }
}
