package io.featureaccess.application.port;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists of nodes as one principal may have them; each costs its page, and agrees with single decisions about each node. */
public interface NodeLists {

    /**
     * The workspaces, or the children of a node, that the principal sees, in path order.
     *
     * @param parent the node whose children are listed; empty for workspaces
     * @param glassBroken whether an admin sees secret nodes too
     * @param text only those with this in their name or display name, whatever its case; empty for all
     */
    List<Node> visible(
            PrincipalId principal,
            Optional<NodeId> parent,
            boolean glassBroken,
            Optional<String> text,
            PageRequest page,
            Instant at);

    /**
     * The nodes of every kind that the principal sees and that the search finds: in the order of what was found of them, which is
     * their path, or else the first of name and display name in lower case that begins so; and then in path order.
     *
     * @param glassBroken whether an admin sees secret nodes too
     */
    List<Node> found(PrincipalId principal, NodeSearch search, boolean glassBroken, PageRequest page, Instant at);

    /**
     * The nodes on which roles that count permit the action, whether or not the principal would see them without: neither
     * sight nor admin powers put a node on this list.
     *
     * @param action empty for any action at all
     */
    List<Node> permitted(
            PrincipalId principal,
            Optional<Action> action,
            Optional<NodeKind> kind,
            Optional<NodePath> under,
            PageRequest page,
            Instant at);

    /** Nodes without an enabled principal that is an owner without an end, there or above. */
    List<Node> orphans(boolean withSecret, PageRequest page, Instant at);
}
