package io.featureaccess.application;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.NodeLists;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Lists workspaces, what lies directly below a node, or what a search finds anywhere, as far as the caller sees it. */
public final class ListNodes {

    private final NodeLists lists;
    private final FactsReader reader;
    private final NodeViews views;
    private final Clock clock;

    public ListNodes(NodeLists lists, FactsReader reader, NodeViews views, Clock clock) {
        this.lists = lists;
        this.reader = reader;
        this.views = views;
        this.clock = clock;
    }

    /** @param text what their names or display names contain; empty for all */
    public Page<NodeView> workspaces(Caller caller, Optional<String> text, PageRequest page) {
        Instant now = clock.instant();
        return page(visible(caller, Optional.empty(), text, page, now), caller, now);
    }

    /**
     * Below a parent that the caller cannot see, what they can see there is listed all the same.
     *
     * @throws DomainProblem {@code no-such-node} where there is no parent, or neither it nor anything below it is seen: the
     *     same, by the same statements
     */
    public Page<NodeView> children(Caller caller, NodePath parent, Optional<String> text, PageRequest page) {
        Instant now = clock.instant();
        Facts facts = factsAbout(caller, parent, now);
        // Asking below a node that does not exist takes as long as below one that is hidden.
        NodeId id = facts.node().map(NodeFacts::id).orElseGet(NodeId::random);
        List<Node> found = visible(caller, Optional.of(id), text, page, now);
        if (found.isEmpty() && !Access.of(glass(caller, facts)).sees()) {
            throw DomainProblem.noSuchNode();
        }
        return page(found, caller, now);
    }

    /** Of every kind, wherever they lie. */
    public Page<NodeView> found(Caller caller, NodeSearch search, PageRequest page) {
        Instant now = clock.instant();
        boolean glassBroken = caller.breakGlass().isPresent();
        return page(lists.found(caller.principal(), search, glassBroken, page, now), caller, now);
    }

    private List<Node> visible(
            Caller caller, Optional<NodeId> parent, Optional<String> text, PageRequest page, Instant now) {
        PrincipalId principal = caller.principal();
        return lists.visible(principal, parent, caller.breakGlass().isPresent(), text, page, now);
    }

    private Page<NodeView> page(List<Node> found, Caller caller, Instant now) {
        return new Page<>(views.looks(caller, found, now), OptionalLong.empty());
    }

    private Facts factsAbout(Caller caller, NodePath path, Instant now) {
        NodeRef ref = NodeRef.of(path);
        return reader.read(Set.of(caller.principal()), Set.of(ref), now).about(caller.principal(), ref);
    }

    private static Facts glass(Caller caller, Facts facts) {
        return caller.breakGlass().isPresent() ? facts.breakingGlass() : facts;
    }
}
