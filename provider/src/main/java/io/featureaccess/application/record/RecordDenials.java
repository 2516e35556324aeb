package io.featureaccess.application.record;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Denial;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts denials on record. Of a node that the denied one cannot see, the row does not say which it was: whether or not there is
 * such a node, all rows about what nobody may know of are alike.
 */
public final class RecordDenials {

    private final Directory directory;
    private final FactsReader reader;
    private final AuditTrail trail;
    private final Clock clock;

    public RecordDenials(Directory directory, FactsReader reader, AuditTrail trail, Clock clock) {
        this.directory = directory;
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param denials few enough that all of their principals and nodes are read at once */
    public void record(List<Denial> denials) {
        Set<PrincipalId> ids = new HashSet<>();
        Set<NodeRef> nodes = new HashSet<>();
        denials.forEach(denial -> {
            ids.add(denial.principal());
            nodes.add(denial.node());
        });
        Map<PrincipalId, Principal> people = directory.find(ids);
        FactsReader.Loaded facts = reader.read(ids, nodes, clock.instant());
        denials.forEach(denial -> trail.record(
                who(denial, people), change(denial, people, facts.about(denial.principal(), denial.node()))));
    }

    private static Caller who(Denial denial, Map<PrincipalId, Principal> people) {
        String name = Optional.ofNullable(people.get(denial.principal()))
                .map(Principal::name)
                .orElse(denial.principal().value());
        return new Caller(denial.principal(), name, false, Optional.empty(), denial.address());
    }

    private static Change change(Denial denial, Map<PrincipalId, Principal> people, Facts facts) {
        Change change = Change.of(AuditChange.DECISION_DENIED)
                .to(Snapshot.EMPTY.with("action", denial.action().id()).withTime("deniedAt", Optional.of(denial.at())));
        Change about = Optional.ofNullable(people.get(denial.principal()))
                .map(change::about)
                .orElse(change);
        return Access.of(facts).sees() ? about.on(subject(facts)) : about;
    }

    private static AuditRow.Subject subject(Facts facts) {
        Facts.NodeFacts node = facts.node().orElseThrow();
        boolean hidden = facts.lineage().stream().anyMatch(Facts.NodeFacts::secret);
        return new AuditRow.Subject(node.id(), node.path(), hidden);
    }
}
