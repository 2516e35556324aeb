package io.featureaccess.application.fake;

import io.featureaccess.application.port.GrantEnds;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The ends of a realm's grants in memory. */
public final class FakeGrantEnds implements GrantEnds {

    private final FakeRealm realm;
    private final Set<GrantId> told = new HashSet<>();
    private final Set<GrantId> recorded = new HashSet<>();

    public FakeGrantEnds(FakeRealm realm) {
        this.realm = realm;
    }

    public Set<GrantId> told() {
        return Set.copyOf(told);
    }

    @Override
    public List<EndingGrant> untold(Instant now, Instant until, int max) {
        return ending(told, end -> end.isAfter(now) && !end.isAfter(until), max);
    }

    @Override
    public void told(Set<GrantId> ids) {
        told.addAll(ids);
    }

    @Override
    public List<EndingGrant> unrecorded(Instant now, int max) {
        return ending(recorded, end -> !end.isAfter(now), max);
    }

    @Override
    public void recorded(Set<GrantId> ids, Instant now) {
        recorded.addAll(ids);
    }

    private List<EndingGrant> ending(Set<GrantId> done, Predicate<Instant> when, int max) {
        return realm.grants().all().stream()
                .filter(grant -> !done.contains(grant.id()))
                .filter(grant -> grant.expiresAt().filter(when).isPresent())
                .limit(max)
                .map(this::ending)
                .toList();
    }

    private EndingGrant ending(Grant grant) {
        PrincipalId holder = grant.principal();
        Optional<Node> node = grant.target() instanceof GrantTarget.OnNode on
                ? realm.nodes().find(NodeRef.of(on.node()))
                : Optional.empty();
        return new EndingGrant(
                grant,
                realm.directory().find(Set.of(holder)).get(holder),
                node.map(one ->
                        new AuditRow.Subject(one.id(), one.path(), one.traits().secret())));
    }
}
