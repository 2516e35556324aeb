package io.featureaccess.storage;

import io.featureaccess.application.port.AuditLog;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.storage.entity.AuditEntity;
import io.featureaccess.storage.entity.Micros;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link AuditLog} in the table {@code FA_AUDIT}. */
public final class SqlAuditLog implements AuditLog {

    private static final String COLUMNS = """
            a.ID, a.WRITTEN_AT, a.ACTOR, a.ACTOR_ID, a.CHANGE_TYPE, a.NODE_ID, a.NODE_PATH,
            a.SECRET OR COALESCE(n.SECRET, FALSE) OR COALESCE(p.SECRET, FALSE),
            a.PRINCIPAL_ID, a.PRINCIPAL_TYPE, a.PRINCIPAL_NAME, a.BEFORE_STATE, a.AFTER_STATE, a.REASON, a.ADDRESS
            """;

    private static final String READABLE = """
             AND (NOT (a.SECRET OR COALESCE(n.SECRET, FALSE) OR COALESCE(p.SECRET, FALSE)) OR n.ID IS NOT NULL AND %s)
            """.formatted(Ownership.OWNS_SECRET);

    private final Sql sql;
    private final SqlFactsReader facts;
    private final Clock clock;

    /** @param clock which grants of a reader count */
    public SqlAuditLog(EntityManager entities, String realm, Clock clock) {
        this.sql = new Sql(entities, realm);
        this.facts = new SqlFactsReader(entities, realm, "");
        this.clock = clock;
    }

    @Override
    public void append(List<AuditRow> rows) {
        sql.insert(
                rows.stream()
                        .map(row -> AuditEntity.of(sql.realm(), row, RowHash.of(sql.realm(), row)))
                        .toList(),
                DomainProblem::changedMeanwhile);
    }

    @Override
    public List<AuditRow> read(Query query) {
        Optional<Instant> from = query.cursor().map(this::writtenAt);
        Statement statement = sql.statement(text(query)).with("max", query.max());
        query.node().ifPresent(path -> statement
                .with("path", path.toString())
                .with("below", path + "/")
                .with("beyond", path + "0"));
        query.principal().ifPresent(id -> statement.with("principal", id.value()));
        query.actor().ifPresent(id -> statement.with("actor", id.value()));
        query.change().ifPresent(change -> statement.with("change", change.id()));
        query.since().ifPresent(since -> statement.with("since", Micros.of(since)));
        query.until().ifPresent(until -> statement.with("until", Micros.of(until)));
        from.ifPresent(at -> statement
                .with("from", Micros.of(at))
                .with("cursor", query.cursor().orElseThrow()));
        query.readableBy().ifPresent(reader -> bindReader(statement, reader));
        return statement.rows().map(SqlAuditLog::row).toList();
    }

    private void bindReader(Statement statement, PrincipalId reader) {
        Instant now = clock.instant();
        LoadedFacts people = facts.load(Set.of(reader), Set.of(), now);
        List<String> carriers = people.isEnabled(reader) ? people.carriers(reader) : List.of();
        Ownership.bind(Held.bind(statement, carriers, now));
    }

    /** Only what restricts stands in the text, so that the database finds the index for it. */
    private static String text(Query query) {
        StringBuilder text = new StringBuilder();
        text.append("SELECT ").append(COLUMNS);
        text.append(" FROM FA_AUDIT a LEFT JOIN FA_NODE n ON n.ID = a.NODE_ID AND n.REALM_ID = :realm");
        text.append(" LEFT JOIN FA_NODE p ON p.ID = n.PROJECT_ID WHERE a.REALM_ID = :realm");
        // '0' follows '/': everything below a path lies between the two.
        when(query.node(), text, " AND (a.NODE_PATH = :path OR a.NODE_PATH > :below AND a.NODE_PATH < :beyond)");
        when(query.principal(), text, " AND a.PRINCIPAL_ID = :principal");
        when(query.actor(), text, " AND a.ACTOR_ID = :actor");
        when(query.change(), text, " AND a.CHANGE_TYPE = :change");
        when(query.since(), text, " AND a.WRITTEN_AT >= :since");
        when(query.until(), text, " AND a.WRITTEN_AT < :until");
        // The first of both bounds is where the index is entered: without it, each page would read all pages before.
        when(query.cursor(), text, " AND a.WRITTEN_AT <= :from AND (a.WRITTEN_AT < :from OR a.ID < :cursor)");
        when(query.readableBy(), text, READABLE);
        text.append(" ORDER BY a.WRITTEN_AT DESC, a.ID DESC FETCH FIRST :max ROWS ONLY");
        return text.toString();
    }

    private static void when(Optional<?> restriction, StringBuilder text, String condition) {
        restriction.ifPresent(present -> text.append(condition));
    }

    private Instant writtenAt(String cursor) {
        return sql.statement("SELECT a.WRITTEN_AT FROM FA_AUDIT a WHERE a.REALM_ID = :realm AND a.ID = :id")
                .with("id", cursor)
                .row()
                .map(row -> row.instant(0))
                .orElseThrow(() -> DomainProblem.malformed("cursor", "it is the one that the page before answered"));
    }

    private static AuditRow row(Row row) {
        return new AuditRow(
                row.text(0),
                row.instant(1),
                row.text(2),
                new PrincipalId(row.text(3)),
                AuditChange.parse(row.text(4)),
                row.optionalText(5)
                        .map(id -> new AuditRow.Subject(new NodeId(id), NodePath.parse(row.text(6)), row.flag(7))),
                row.optionalText(8)
                        .map(id -> new Principal(new PrincipalId(id), PrincipalType.parse(row.text(9)), row.text(10))),
                row.optionalText(11),
                row.optionalText(12),
                row.optionalText(13),
                row.text(14));
    }
}
