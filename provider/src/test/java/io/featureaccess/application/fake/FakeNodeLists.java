package io.featureaccess.application.fake;

import io.featureaccess.application.port.NodeLists;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists by deciding about every node there is: slow, and so surely right. */
public final class FakeNodeLists implements NodeLists {

    private final FakeRealm realm;

    FakeNodeLists(FakeRealm realm) {
        this.realm = realm;
    }

    @Override
    public List<Node> visible(
            PrincipalId principal,
            Optional<NodeId> parent,
            boolean glassBroken,
            Optional<String> text,
            PageRequest page,
            Instant at) {
        return page(
                page,
                node -> parentOf(node).map(Node::id).equals(parent)
                        && text.map(wanted -> isNamed(node, wanted)).orElse(true)
                        && sees(principal, node, glassBroken, at));
    }

    @Override
    public List<Node> found(
            PrincipalId principal, NodeSearch search, boolean glassBroken, PageRequest page, Instant at) {
        return realm.nodes()
                .all()
                .filter(node -> foundBy(node, search).isPresent() && sees(principal, node, glassBroken, at))
                .sorted(Comparator.comparing(
                                (Node node) -> foundBy(node, search).orElseThrow())
                        .thenComparing(node -> node.path().toString()))
                .skip(page.first())
                .limit(page.max())
                .toList();
    }

    /** What of a node begins so: the first of it, where there is more than one. */
    public static Optional<String> foundBy(Node node, NodeSearch search) {
        String path = node.path().toString();
        Stream<String> keys = search.byPath()
                ? Stream.of(path)
                : Stream.of(node.path().name(), node.displayName().toLowerCase(Locale.ROOT));
        return keys.filter(key -> key.startsWith(search.text())).min(Comparator.naturalOrder());
    }

    @Override
    public List<Node> permitted(
            PrincipalId principal,
            Optional<Action> action,
            Optional<NodeKind> kind,
            Optional<NodePath> under,
            PageRequest page,
            Instant at) {
        return page(
                page,
                node -> (kind.isEmpty() || kind.get() == node.kind())
                        && under.map(path -> node.path().lineage().contains(path))
                                .orElse(true)
                        && permits(principal, action, node, at));
    }

    @Override
    public List<Node> orphans(boolean withSecret, PageRequest page, Instant at) {
        return page(
                page,
                node -> !realm.grants().owned(realm.targetsAbove(node), Set.of())
                        && (withSecret
                                || realm.lineage(node).stream()
                                        .noneMatch(one -> one.traits().secret())));
    }

    private static boolean isNamed(Node node, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return node.path().name().contains(wanted)
                || node.displayName().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private List<Node> page(PageRequest page, Predicate<Node> wanted) {
        return realm.nodes()
                .all()
                .filter(wanted)
                .skip(page.first())
                .limit(page.max())
                .toList();
    }

    private Optional<Node> parentOf(Node node) {
        return node.path().parent().flatMap(path -> realm.nodes().find(NodeRef.of(path)));
    }

    private boolean sees(PrincipalId principal, Node node, boolean glassBroken, Instant at) {
        Facts facts = facts(principal, node, at);
        return Access.of(glassBroken ? facts.breakingGlass() : facts).sees();
    }

    private boolean permits(PrincipalId principal, Optional<Action> action, Node node, Instant at) {
        Facts facts = facts(principal, node, at);
        return Access.of(facts).countingRoles().stream()
                .flatMap(role -> role.actionsOn(node.kind(), facts.settings()).stream())
                .anyMatch(permitted -> action.isEmpty() || action.get() == permitted);
    }

    private Facts facts(PrincipalId principal, Node node, Instant at) {
        NodeRef ref = NodeRef.of(node.id());
        return realm.facts().read(Set.of(principal), Set.of(ref), at).about(principal, ref);
    }
}
