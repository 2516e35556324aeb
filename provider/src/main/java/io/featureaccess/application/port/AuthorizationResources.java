package io.featureaccess.application.port;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import java.util.List;

/** The Authorization Services resources that stand for nodes, written in the transaction of the node itself. */
public interface AuthorizationResources {

    /** One resource row a node: the node's id, its path as name, its kind as type. */
    void add(List<Node> nodes);

    void remove(List<NodeId> ids);
}
