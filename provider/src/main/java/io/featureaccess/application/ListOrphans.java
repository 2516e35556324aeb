package io.featureaccess.application;

import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.NodeLists;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The nodes that nobody owns any more, because accounts and memberships go without asking us; for admins. */
public final class ListOrphans {

    private final Admins admins;
    private final NodeLists lists;
    private final FactsReader reader;
    private final AuditTrail trail;
    private final Clock clock;

    public ListOrphans(Admins admins, NodeLists lists, FactsReader reader, AuditTrail trail, Clock clock) {
        this.admins = admins;
        this.lists = lists;
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Secret nodes are among them only if the glass is broken, and then on record.
     *
     * @throws DomainProblem {@code forbidden} unless the caller is an admin
     */
    public List<Node> list(Caller caller, PageRequest page) {
        admins.require(caller, "orphans");
        Instant now = clock.instant();
        boolean glassBroken = caller.breakGlass().isPresent();
        List<Node> orphans = lists.orphans(glassBroken, page, now);
        if (glassBroken && !orphans.isEmpty()) {
            trail.record(caller, looks(caller, orphans, now));
        }
        return orphans;
    }

    private List<Change> looks(Caller caller, List<Node> orphans, Instant now) {
        Set<NodeRef> refs = orphans.stream().map(node -> NodeRef.of(node.id())).collect(Collectors.toSet());
        FactsReader.Loaded loaded = reader.read(Set.of(caller.principal()), refs, now);
        return orphans.stream()
                .filter(node -> loaded.about(caller.principal(), NodeRef.of(node.id())).lineage().stream()
                        .anyMatch(Facts.NodeFacts::secret))
                .map(node -> Change.of(AuditChange.BREAK_GLASS)
                        .on(new AuditRow.Subject(node.id(), node.path(), true))
                        .because(caller.breakGlass()))
                .toList();
    }
}
