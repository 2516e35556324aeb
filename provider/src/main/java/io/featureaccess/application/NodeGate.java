package io.featureaccess.application;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * The way of a caller to one node: what they may do there, or the refusal. A node that does not exist and one that the
 * caller cannot see are refused alike.
 */
public final class NodeGate {

    private final FactsReader reader;
    private final AuditTrail trail;
    private final Clock clock;

    public NodeGate(FactsReader reader, AuditTrail trail, Clock clock) {
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
    }

    /** A caller at a node. */
    public record Entry(Facts facts, Access access) {

        static Entry of(Facts facts) {
            return new Entry(facts, Access.of(facts));
        }

        public boolean hidden() {
            return facts.lineage().stream().anyMatch(Facts.NodeFacts::secret);
        }

        /** Whether the node is seen by breaking the glass and by nothing else. */
        boolean throughGlass() {
            return facts.asker().breakGlass() && access.sees();
        }

        public boolean owner() {
            return access.countingRoles().contains(Role.OWNER);
        }

        public boolean admin() {
            return facts.asker().enabled() && facts.asker().admin();
        }

        public Facts.NodeFacts node() {
            return facts.node().orElseThrow();
        }

        /** @throws DomainProblem {@code no-such-node} unless the caller sees the node, {@code forbidden} unless it may do this */
        Entry require(Action action) {
            if (!access.sees()) {
                throw DomainProblem.noSuchNode();
            }
            if (!access.actions().contains(action)) {
                throw DomainProblem.forbidden("this needs '" + action.id() + "' on " + node().path());
            }
            return this;
        }

        /** The node as rows name it. */
        public AuditRow.Subject subject() {
            return new AuditRow.Subject(node().id(), node().path(), hidden());
        }
    }

    /**
     * Lets the caller look. An admin who breaks the glass sees a secret node too, and that goes on record.
     *
     * @throws DomainProblem {@code no-such-node} unless the caller sees the node, {@code forbidden} unless it may do the action
     */
    public Entry look(Caller caller, NodeRef ref, Action action) {
        Entry entry = through(caller, read(caller, ref)).require(action);
        if (entry.throughGlass()) {
            trail.record(caller, lookThrough(caller, entry));
        }
        return entry;
    }

    /** The caller at a node, with the glass broken where that is meant and needed to see it. */
    static Entry through(Caller caller, Facts facts) {
        Entry entry = Entry.of(facts);
        boolean lookingThrough = !entry.access().sees() && caller.breakGlass().isPresent();
        return lookingThrough ? Entry.of(facts.breakingGlass()) : entry;
    }

    /**
     * Lets the caller change something. Breaking the glass opens nothing here: it is for looking.
     *
     * @throws DomainProblem {@code no-such-node} unless the caller sees the node, {@code forbidden} unless it may do the action
     */
    public Entry change(Caller caller, NodeRef ref, Action action) {
        return Entry.of(read(caller, ref)).require(action);
    }

    private Facts read(Caller caller, NodeRef ref) {
        Instant now = clock.instant();
        return reader.read(Set.of(caller.principal()), Set.of(ref), now).about(caller.principal(), ref);
    }

    static Change lookThrough(Caller caller, Entry entry) {
        return Change.of(AuditChange.BREAK_GLASS).on(entry.subject()).because(caller.breakGlass());
    }
}
