package io.featureaccess.application.fake;

import io.featureaccess.application.port.Grants;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Grants in memory; those on nodes that are gone count as gone too. */
public final class FakeGrants implements Grants {

    private final FakeRealm realm;
    private final Map<GrantId, Grant> byId = new LinkedHashMap<>();
    private final Map<GrantId, Ending> endings = new LinkedHashMap<>();
    private Runnable beforeLock = () -> {};

    FakeGrants(FakeRealm realm) {
        this.realm = realm;
    }

    /** All grants there are. */
    public List<Grant> all() {
        return byId.values().stream()
                .filter(grant -> nodeOf(grant).isPresent() || grant.target() instanceof GrantTarget.AllWorkspaces)
                .toList();
    }

    @Override
    public Page<Grant> on(GrantTarget target, PageRequest page) {
        List<Grant> found = all().stream()
                .filter(grant -> grant.target().equals(target))
                .sorted(Comparator.comparing(this::nameOf).thenComparing(Grant::role, Role.STRONGEST_FIRST))
                .toList();
        return page(found, page);
    }

    @Override
    public List<Grant> of(Set<PrincipalId> principals, GrantTarget target) {
        return all().stream()
                .filter(grant -> principals.contains(grant.principal()))
                .filter(grant -> grant.target().equals(target))
                .toList();
    }

    @Override
    public List<HeldGrant> heldBy(
            PrincipalId principal, PrincipalId reader, boolean glassBroken, PageRequest page, Instant at) {
        Map<PrincipalId, Optional<String>> carriers = realm.carriers(principal);
        return all().stream()
                .filter(grant -> carriers.containsKey(grant.principal()))
                .filter(grant -> glassBroken || !hidden(grant) || owns(reader, grant, at))
                .sorted(Comparator.comparing(this::place))
                .skip(page.first())
                .limit(page.max())
                .map(grant -> new HeldGrant(
                        grant, nodeOf(grant).map(Node::path), hidden(grant), carriers.get(grant.principal())))
                .toList();
    }

    /** What somebody else does, and commits, just before the next lock is had. */
    public void beforeNextLock(Runnable somebodyElse) {
        beforeLock = () -> {
            beforeLock = () -> {};
            somebodyElse.run();
        };
    }

    @Override
    public void lockAllWorkspaces() {
        beforeLock.run();
    }

    @Override
    public void add(List<Grant> grants) {
        grants.forEach(grant -> byId.put(grant.id(), grant));
    }

    @Override
    public void changeEnds(List<Grant> changed, Instant at) {
        changed.forEach(grant -> byId.replace(grant.id(), grant));
    }

    @Override
    public void remove(Set<GrantId> ids, Ending how) {
        byId.keySet().removeAll(ids);
        ids.forEach(id -> endings.put(id, how));
    }

    @Override
    public boolean ownedWithout(NodeId node, Set<GrantId> gone) {
        Node found = realm.nodes().find(NodeRef.of(node)).orElseThrow();
        return owned(realm.targetsAbove(found), gone);
    }

    @Override
    public boolean orphansWorkspaceWithout(Set<GrantId> gone) {
        return realm.nodes()
                .all()
                .filter(node -> node.path().parent().isEmpty())
                .map(realm::targetsAbove)
                .anyMatch(targets -> owned(targets, Set.of()) && !owned(targets, gone));
    }

    @Override
    public Page<PrincipalId> holders(
            NodeId node, Optional<PrincipalType> type, Optional<String> name, PageRequest page) {
        Set<GrantTarget> targets =
                realm.targetsAbove(realm.nodes().find(NodeRef.of(node)).orElseThrow());
        List<PrincipalId> found =
                realm.directory().search(type, name, PageRequest.ofFirst(PageRequest.LARGEST)).items().stream()
                        .map(Principal::id)
                        .filter(id -> all().stream()
                                .anyMatch(grant -> targets.contains(grant.target())
                                        && realm.carriers(id).containsKey(grant.principal())))
                        .toList();
        return page(found, page);
    }

    @Override
    public List<Principal> grantedOwners(NodeId node, int max, Instant at) {
        Node found = realm.nodes().find(NodeRef.of(node)).orElseThrow();
        List<GrantTarget> nearestFirst = new ArrayList<>(realm.targetsAbove(found));
        Collections.reverse(nearestFirst);
        return nearestFirst.stream()
                .flatMap(target -> all().stream()
                        .filter(grant -> grant.target().equals(target) && owns(grant, found))
                        .map(grant -> realm.directory()
                                .find(Set.of(grant.principal()))
                                .get(grant.principal()))
                        .sorted(Comparator.comparing(Principal::name)))
                .distinct()
                .limit(max)
                .toList();
    }

    private boolean owns(Grant grant, Node node) {
        Level level = nodeOf(grant).map(on -> Level.of(on.kind())).orElse(Level.ALL_WORKSPACES);
        return level.inheritedAs(grant.role(), node.kind()) == Role.OWNER;
    }

    /** How a grant that was removed by hand went. */
    public Optional<Ending> ending(GrantId id) {
        return Optional.ofNullable(endings.get(id));
    }

    boolean owned(Collection<GrantTarget> targets, Set<GrantId> gone) {
        return all().stream()
                .filter(grant -> grant.role() == Role.OWNER && grant.expiresAt().isEmpty())
                .filter(grant -> targets.contains(grant.target()) && !gone.contains(grant.id()))
                .anyMatch(grant -> counts(grant.principal()));
    }

    private boolean counts(PrincipalId id) {
        Principal principal = realm.directory().find(Set.of(id)).get(id);
        if (principal == null) {
            return false;
        }
        return principal.type() == PrincipalType.GROUP
                ? realm.directory().hasMember(id)
                : realm.directory().enabled(id);
    }

    private boolean hidden(Grant grant) {
        return nodeOf(grant).stream()
                .flatMap(node -> realm.lineage(node).stream())
                .anyMatch(node -> node.traits().secret());
    }

    private boolean owns(PrincipalId reader, Grant grant, Instant at) {
        NodeRef ref = NodeRef.of(nodeOf(grant).orElseThrow().id());
        return Access.of(realm.facts().read(Set.of(reader), Set.of(ref), at).about(reader, ref))
                .countingRoles()
                .contains(Role.OWNER);
    }

    private Optional<Node> nodeOf(Grant grant) {
        return grant.target() instanceof GrantTarget.OnNode on
                ? realm.nodes().find(NodeRef.of(on.node()))
                : Optional.empty();
    }

    private String place(Grant grant) {
        return nodeOf(grant).map(Node::path).map(NodePath::toString).orElse("");
    }

    private String nameOf(Grant grant) {
        return Stream.ofNullable(
                        realm.directory().find(Set.of(grant.principal())).get(grant.principal()))
                .map(Principal::name)
                .findFirst()
                .orElse("");
    }

    static <T> Page<T> page(List<T> all, PageRequest page) {
        return new Page<>(all.stream().skip(page.first()).limit(page.max()).toList(), OptionalLong.of(all.size()));
    }
}
