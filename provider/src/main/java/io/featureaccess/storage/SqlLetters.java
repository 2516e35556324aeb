package io.featureaccess.storage;

import io.featureaccess.application.port.Letters;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.notice.NoticeKind;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.Micros;
import io.featureaccess.storage.entity.OutboxEntity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/**
 * {@link Letters} in the table {@code FA_OUTBOX}. A claim is a conditional update: of two servers that want the same row, the
 * second waits for the first, looks again, and finds it due no more.
 */
public final class SqlLetters implements Letters {

    private static final String COLUMNS = """
            o.ID, o.KIND, o.RECIPIENT_ID, o.EXCEPT_ID, o.NODE_ID, o.PRINCIPAL, o.ROLE, o.REASON, o.ENDS_AT, o.OTHERS,
            o.ATTEMPTS, o.CREATED_AT
            """;

    private final Sql sql;

    public SqlLetters(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    /** Due until the transaction ends: what is claimed here is replaced before others can see it claimed. */
    @Override
    public List<Letter> claimUnaddressed(String claim, Instant now, int max) {
        return claim("o.RECIPIENT_ID IS NULL", claim, now, now.plusSeconds(1), max);
    }

    @Override
    public void address(String claim, List<Addressed> letters, Instant now) {
        sql.statement("DELETE FROM FA_OUTBOX WHERE REALM_ID = :realm AND CLAIM = :claim AND RECIPIENT_ID IS NULL")
                .with("claim", claim)
                .run();
        sql.insert(
                letters.stream()
                        .map(letter ->
                                OutboxEntity.to(sql.realm(), letter.recipient(), letter.notice(), letter.others(), now))
                        .toList(),
                DomainProblem::changedMeanwhile);
    }

    @Override
    public List<Letter> claimDue(String claim, Instant now, Instant until, int max) {
        return claim("o.RECIPIENT_ID IS NOT NULL", claim, now, until, max);
    }

    private List<Letter> claim(String which, String claim, Instant now, Instant until, int max) {
        List<String> ids = sql.statement("SELECT o.ID FROM FA_OUTBOX o WHERE o.REALM_ID = :realm AND o.DUE_AT <= :now"
                        + " AND " + which + " ORDER BY o.DUE_AT, o.ID FETCH FIRST :max ROWS ONLY")
                .with("now", Micros.of(now))
                .with("max", max)
                .rows()
                .map(row -> row.text(0))
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        sql.statement("UPDATE FA_OUTBOX SET CLAIM = :claim, DUE_AT = :until, ATTEMPTS = ATTEMPTS + 1"
                        + " WHERE REALM_ID = :realm AND ID = ANY (:ids) AND DUE_AT <= :now")
                .with("claim", claim)
                .with("until", Micros.of(until))
                .with("now", Micros.of(now))
                .withAll("ids", ids)
                .run();
        return sql.statement("SELECT " + COLUMNS
                        + " FROM FA_OUTBOX o WHERE o.REALM_ID = :realm AND o.ID = ANY (:ids) AND o.CLAIM = :claim"
                        + " ORDER BY o.CREATED_AT, o.ID")
                .with("claim", claim)
                .withAll("ids", ids)
                .rows()
                .map(SqlLetters::letter)
                .toList();
    }

    @Override
    public boolean renew(String id, String claim, Instant until) {
        return due("ID = :id AND CLAIM = :claim", "", until)
                        .with("id", id)
                        .with("claim", claim)
                        .run()
                == 1;
    }

    @Override
    public void remove(String id, String claim) {
        sql.statement("DELETE FROM FA_OUTBOX WHERE REALM_ID = :realm AND ID = :id AND CLAIM = :claim")
                .with("id", id)
                .with("claim", claim)
                .run();
    }

    @Override
    public void postpone(String id, String claim, Instant due) {
        due("ID = :id AND CLAIM = :claim", ", CLAIM = NULL", due)
                .with("id", id)
                .with("claim", claim)
                .run();
    }

    @Override
    public void release(String claim, Instant due) {
        due("CLAIM = :claim", ", CLAIM = NULL, ATTEMPTS = ATTEMPTS - 1", due)
                .with("claim", claim)
                .run();
    }

    private Statement due(String which, String more, Instant due) {
        return sql.statement("UPDATE FA_OUTBOX SET DUE_AT = :due" + more + " WHERE REALM_ID = :realm AND " + which)
                .with("due", Micros.of(due));
    }

    @Override
    public int clear() {
        return sql.statement("DELETE FROM FA_OUTBOX WHERE REALM_ID = :realm").run();
    }

    private static Letter letter(Row row) {
        Notice notice = new Notice(
                NoticeKind.of(row.text(1)),
                audience(row),
                row.optionalText(4).map(NodeId::new),
                row.text(5),
                row.optionalText(6).map(Role::parse),
                row.optionalText(7),
                row.optionalInstant(8));
        return new Letter(row.text(0), notice, (int) row.number(9), (int) row.number(10), row.instant(11));
    }

    private static Audience audience(Row row) {
        return row.optionalText(2)
                .<Audience>map(recipient -> new Audience.Person(new PrincipalId(recipient)))
                .orElseGet(() -> new Audience.Answerers(new PrincipalId(row.text(3))));
    }
}
