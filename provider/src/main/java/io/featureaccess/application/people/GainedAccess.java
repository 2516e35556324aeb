package io.featureaccess.application.people;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.Ownerships;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What letting somebody into groups is subject to: it gives them what the groups hold, perhaps what is secret. */
public final class GainedAccess {

    private static final int AT_ONCE = 500;

    private final Ownerships ownerships;
    private final AuditTrail trail;
    private final Clock clock;

    public GainedAccess(Ownerships ownerships, AuditTrail trail, Clock clock) {
        this.ownerships = ownerships;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Whether the groups make owners where the caller is none. It does not matter whether anything there is secret: a rule
     * that asked only then would tell.
     *
     * @param groups those whose grants are gained
     * @param toSelf whether the caller is among those who gain
     * @throws DomainProblem {@code reason-required}; {@code break-glass-required}
     */
    public boolean judge(Caller caller, Set<PrincipalId> groups, boolean toSelf, Optional<String> reason) {
        if (toSelf && reason.isEmpty()) {
            throw DomainProblem.reasonRequired("an admin who gives access to themself says why");
        }
        boolean opens = ownerships.opens(groups, caller.principal(), clock.instant());
        if (opens && caller.breakGlass().isEmpty()) {
            throw DomainProblem.breakGlassRequired();
        }
        return opens;
    }

    /**
     * Records, at every secret node that is owned by these groups, that somebody came to own it by a broken glass.
     *
     * @param whom the reference of who gained it
     * @param group the reference of the group by which they did
     */
    public void record(Caller caller, Set<PrincipalId> groups, String whom, String group) {
        Snapshot after = Snapshot.EMPTY.with("madeOwner", List.of(whom)).with("group", group);
        Optional<NodePath> last = Optional.empty();
        List<Node> secrets;
        do {
            secrets = ownerships.secretsOf(groups, last, AT_ONCE, clock.instant());
            trail.record(
                    caller,
                    secrets.stream().map(node -> opened(node, after, caller)).toList());
            last = secrets.stream().reduce((earlier, later) -> later).map(Node::path);
        } while (secrets.size() == AT_ONCE);
    }

    private static Change opened(Node node, Snapshot after, Caller caller) {
        return Change.of(AuditChange.BREAK_GLASS)
                .on(new AuditRow.Subject(node.id(), node.path(), true))
                .to(after)
                .because(caller.breakGlass());
    }
}
