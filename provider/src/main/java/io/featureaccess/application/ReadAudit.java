package io.featureaccess.application;

import io.featureaccess.application.port.AuditLog;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Nodes;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditQuestion;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The record of changes: all of it for admins, that of a node for its owners. */
public final class ReadAudit {

    private static final int AT_ONCE = 500;

    private final AuditLog log;
    private final NodeGate gate;
    private final Nodes nodes;
    private final Directory directory;
    private final AuditTrail trail;

    public ReadAudit(AuditLog log, NodeGate gate, Nodes nodes, Directory directory, AuditTrail trail) {
        this.log = log;
        this.gate = gate;
        this.nodes = nodes;
        this.directory = directory;
        this.trail = trail;
    }

    /**
     * One page, newest first. Rows about secret nodes are for their owners; an admin who breaks the glass reads them too, on
     * record.
     *
     * @throws DomainProblem {@code forbidden} where somebody who is no admin names no node, or one without
     *     {@code manage-access}; {@code no-such-node}; {@code unknown-principal}, {@code ambiguous-principal};
     *     {@code malformed-value} for a cursor that is none
     */
    public List<AuditRow> page(Caller caller, AuditQuestion question, int max) {
        Reading reading = reading(caller, question);
        return read(caller, reading, question.cursor(), max);
    }

    /** Refuses whom the export would refuse, and reads nothing. */
    public void requireReadable(Caller caller, AuditQuestion question) {
        reading(caller, question);
    }

    /** All rows, newest first, read as they are asked for: nothing is kept but a page. */
    public Iterator<AuditRow> export(Caller caller, AuditQuestion question) {
        Reading reading = reading(caller, question);
        return new PagedIterator<>(
                last -> read(caller, reading, last.map(AuditRow::id).or(question::cursor), AT_ONCE), AT_ONCE);
    }

    /**
     * A question whose asker was let in.
     *
     * @param createdAt of a node's owner, when the node was made: earlier rows are about another node of the same name
     */
    private record Reading(
            AuditQuestion question,
            Map<PrincipalRef, PrincipalId> people,
            Optional<Instant> createdAt,
            Optional<PrincipalId> readableBy,
            boolean glassBroken) {

        AuditLog.Query query(Optional<String> cursor, int max) {
            Optional<Instant> since =
                    Stream.concat(question.since().stream(), createdAt.stream()).max(Instant::compareTo);
            return new AuditLog.Query(
                    question.node(),
                    question.principal().map(people::get),
                    question.actor().map(people::get),
                    question.change(),
                    since,
                    question.until(),
                    readableBy,
                    cursor,
                    max);
        }
    }

    private Reading reading(Caller caller, AuditQuestion question) {
        if (directory.isAdmin(caller.principal())) {
            boolean glassBroken = caller.breakGlass().isPresent();
            Optional<PrincipalId> readableBy = glassBroken ? Optional.empty() : Optional.of(caller.principal());
            return new Reading(question, peopleOf(question), Optional.empty(), readableBy, glassBroken);
        }
        NodePath path = question.node()
                .orElseThrow(() -> DomainProblem.forbidden(
                        "the whole record is for admins: name a node on which you have 'manage-access'"));
        gate.change(caller, NodeRef.of(path), Action.MANAGE_ACCESS);
        Instant createdAt = nodes.find(NodeRef.of(path))
                .orElseThrow(DomainProblem::noSuchNode)
                .createdAt();
        return new Reading(question, peopleOf(question), Optional.of(createdAt), Optional.empty(), false);
    }

    /** An id needs nobody behind it: rows outlive those they are about. */
    private Map<PrincipalRef, PrincipalId> peopleOf(AuditQuestion question) {
        Set<PrincipalRef> asked = Stream.concat(question.principal().stream(), question.actor().stream())
                .collect(Collectors.toSet());
        List<PrincipalRef> byName = asked.stream()
                .filter(reference -> !(reference instanceof PrincipalRef.ById))
                .toList();
        Map<PrincipalRef, Principal> found = byName.isEmpty() ? Map.of() : new Principals(directory).require(byName);
        return asked.stream()
                .collect(Collectors.toMap(
                        reference -> reference,
                        reference -> reference instanceof PrincipalRef.ById byId
                                ? byId.id()
                                : found.get(reference).id()));
    }

    private List<AuditRow> read(Caller caller, Reading reading, Optional<String> cursor, int max) {
        List<AuditRow> rows = log.read(reading.query(cursor, max));
        if (reading.glassBroken()) {
            trail.record(caller, looks(caller, rows));
        }
        return rows;
    }

    private static List<Change> looks(Caller caller, List<AuditRow> rows) {
        Set<AuditRow.Subject> secrets = new HashSet<>();
        rows.stream()
                .flatMap(row -> row.node().stream())
                .filter(AuditRow.Subject::secret)
                .forEach(secrets::add);
        return secrets.stream()
                .map(secret -> Change.of(AuditChange.BREAK_GLASS).on(secret).because(caller.breakGlass()))
                .toList();
    }
}
