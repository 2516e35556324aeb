package io.featureaccess.application;

import io.featureaccess.application.port.NodeLists;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.role.Action;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lists the nodes on which a caller's own roles permit an action: what they hold, not what everyone may see. */
public final class MyAccess {

    private final NodeLists lists;
    private final NodeViews views;
    private final Clock clock;

    public MyAccess(NodeLists lists, NodeViews views, Clock clock) {
        this.lists = lists;
        this.views = views;
        this.clock = clock;
    }

    /** @param under the node and what lies below it; empty for the whole realm */
    public Page<NodeView> list(
            Caller caller, Action action, Optional<NodeKind> kind, Optional<NodePath> under, PageRequest page) {
        Instant now = clock.instant();
        List<Node> nodes = lists.permitted(caller.principal(), Optional.of(action), kind, under, page, now);
        return new Page<>(views.held(caller, nodes, now), OptionalLong.empty());
    }
}
