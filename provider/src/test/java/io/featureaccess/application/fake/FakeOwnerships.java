package io.featureaccess.application.fake;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.application.port.Ownerships;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.Ending;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Secret nodes that groups own, as a test says; nobody else owns them. */
public final class FakeOwnerships implements Ownerships {

    private final Map<PrincipalId, Node> owned = new HashMap<>();

    public void owns(Principal group, Node secret) {
        owned.put(group.id(), secret);
    }

    @Override
    public boolean opens(Set<PrincipalId> groups, PrincipalId other, Instant at) {
        return groups.stream().anyMatch(owned::containsKey);
    }

    @Override
    public List<Node> secretsOf(Set<PrincipalId> groups, Optional<NodePath> after, int max, Instant at) {
        return groups.stream()
                .filter(owned::containsKey)
                .map(owned::get)
                .filter(node -> after.isEmpty() || node.path().compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(Node::path))
                .limit(max)
                .toList();
    }

    @Override
    public Set<PrincipalId> counting(Set<PrincipalId> principals) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void lock(Set<PrincipalId> principals) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Orphan> orphanOf(Set<PrincipalId> principals) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HeldGrant> heldBy(Set<PrincipalId> principals, Optional<GrantId> after, int max) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void gone(Set<GrantId> grants, Ending how) {
        throw new UnsupportedOperationException();
    }
}
