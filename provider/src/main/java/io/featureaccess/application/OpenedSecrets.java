package io.featureaccess.application;

import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.application.port.Nodes;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records, at every secret node below a place, that somebody was made owner of it by breaking the glass. */
public final class OpenedSecrets {

    private static final int AT_ONCE = 500;

    /** The grants have rows of their own; here, enough names to know whom to ask about. */
    private static final int NAMES = 20;

    private final Nodes nodes;
    private final AuditTrail trail;

    public OpenedSecrets(Nodes nodes, AuditTrail trail) {
        this.nodes = nodes;
        this.trail = trail;
    }

    /** @param opening the grants that make owners; nothing is recorded where there are none */
    void record(Caller by, Site site, List<Grant> opening, Map<PrincipalId, Principal> people) {
        if (opening.isEmpty()) {
            return;
        }
        Snapshot after = snapshot(site, opening, people);
        Optional<NodePath> last = Optional.empty();
        List<Node> secrets;
        do {
            secrets = nodes.secretBelow(site.target(), last, AT_ONCE);
            trail.record(
                    by, secrets.stream().map(node -> opened(node, after, by)).toList());
            last = secrets.stream().reduce((earlier, later) -> later).map(Node::path);
        } while (secrets.size() == AT_ONCE);
    }

    private static Snapshot snapshot(Site site, List<Grant> opening, Map<PrincipalId, Principal> people) {
        List<String> names = opening.stream()
                .map(grant -> people.get(grant.principal()).reference())
                .distinct()
                .limit(NAMES)
                .toList();
        return Snapshot.EMPTY
                .with("grantedOn", site.path().map(NodePath::toString).orElse(GrantTarget.ALL_WORKSPACES))
                .with("madeOwner", names)
                .with("grants", opening.size());
    }

    private static Change opened(Node node, Snapshot after, Caller by) {
        return Change.of(AuditChange.BREAK_GLASS)
                .on(new AuditRow.Subject(node.id(), node.path(), true))
                .to(after)
                .because(by.breakGlass());
    }
}
