package io.featureaccess.application.fake;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.Asker;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts read from the maps, anew each time; it counts how often. */
public final class FakeFacts implements FactsReader {

    private final FakeRealm realm;
    private int reads;

    FakeFacts(FakeRealm realm) {
        this.realm = realm;
    }

    /** How many statements a database would have been asked. */
    public int reads() {
        return reads;
    }

    @Override
    public Loaded read(Set<PrincipalId> principals, Set<NodeRef> nodes, Instant at) {
        reads++;
        return (principal, ref) -> {
            if (!principals.contains(principal) || !nodes.contains(ref)) {
                throw new IllegalArgumentException("not read: " + principal + " at " + ref);
            }
            return about(principal, realm.nodes().find(ref), at);
        };
    }

    private Facts about(PrincipalId principal, Optional<Node> node, Instant at) {
        List<Node> lineage = node.map(realm::lineage).orElse(List.of());
        Asker asker = new Asker(
                realm.directory().enabled(principal), realm.directory().isAdmin(principal), false);
        WorkspaceSettings settings = lineage.isEmpty()
                ? WorkspaceSettings.DEFAULT
                : ((NodeTraits.Workspace) lineage.get(0).traits()).settings();
        return new Facts(
                lineage.stream().map(FakeFacts::facts).toList(), asker, held(principal, lineage), settings, at);
    }

    private List<HeldRole> held(PrincipalId principal, List<Node> lineage) {
        Map<PrincipalId, Optional<String>> carriers = realm.carriers(principal);
        return realm.grants().all().stream()
                .filter(grant -> carriers.containsKey(grant.principal()))
                .flatMap(grant -> level(grant, lineage).stream()
                        .map(level -> new HeldRole(
                                grant.id(), level, grant.role(), grant.expiresAt(), carriers.get(grant.principal()))))
                .toList();
    }

    private static Optional<Level> level(Grant grant, List<Node> lineage) {
        if (grant.target() instanceof GrantTarget.OnNode on) {
            return lineage.stream()
                    .filter(node -> node.id().equals(on.node()))
                    .map(node -> Level.of(node.kind()))
                    .findFirst();
        }
        return Optional.of(Level.ALL_WORKSPACES);
    }

    private static NodeFacts facts(Node node) {
        return new NodeFacts(
                node.id(), node.path(), node.traits().secret(), node.traits().locked());
    }
}
