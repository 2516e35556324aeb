package io.featureaccess.storage;

import io.featureaccess.application.port.AuditSeals;
import io.featureaccess.domain.audit.Seal;
import io.featureaccess.domain.audit.SealHead;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.storage.entity.SealEntity;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link AuditSeals} in the tables {@code FA_AUDIT_SEAL} and {@code FA_AUDIT_HEAD}; a row of {@code FA_AUDIT} has its seal's number. */
public final class SqlAuditSeals implements AuditSeals {

    private static final String HEAD =
            "SELECT h.SEAL_NO, h.HASH, h.REMOVED_NO, h.REMOVED_HASH FROM FA_AUDIT_HEAD h WHERE h.REALM_ID = :realm";

    private final Sql sql;

    public SqlAuditSeals(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    @Override
    public String realm() {
        return sql.realm();
    }

    @Override
    public SealHead lock() {
        if (sql.statement(HEAD).row().isEmpty()) {
            sql.statement("INSERT INTO FA_AUDIT_HEAD (REALM_ID, SEAL_NO, REMOVED_NO) VALUES (:realm, 0, 0)")
                    .run();
        }
        return sql.statement(HEAD + " FOR UPDATE")
                .row()
                .map(SqlAuditSeals::head)
                .orElseThrow(DomainProblem::changedMeanwhile);
    }

    @Override
    public SealHead head() {
        return sql.statement(HEAD).row().map(SqlAuditSeals::head).orElse(SealHead.EMPTY);
    }

    private static SealHead head(Row row) {
        return new SealHead(
                row.number(0),
                row.optionalText(1).orElse(Seal.NONE),
                row.number(2),
                row.optionalText(3).orElse(Seal.NONE));
    }

    @Override
    public List<UnsealedRow> unsealed(int max) {
        return sql.statement("SELECT a.ID, a.HASH, a.WRITTEN_AT FROM FA_AUDIT a"
                        + " WHERE a.REALM_ID = :realm AND a.SEAL_NO IS NULL FETCH FIRST :max ROWS ONLY")
                .with("max", max)
                .rows()
                .map(row -> new UnsealedRow(row.text(0), row.text(1), row.instant(2)))
                .toList();
    }

    @Override
    public void add(Seal seal, Set<String> rows) {
        int sealed = sql.statement("UPDATE FA_AUDIT SET SEAL_NO = :number"
                        + " WHERE REALM_ID = :realm AND ID = ANY (:rows) AND SEAL_NO IS NULL")
                .with("number", seal.number())
                .withAll("rows", rows)
                .run();
        if (sealed != seal.rows()) {
            throw DomainProblem.changedMeanwhile();
        }
        sql.insert(List.of(SealEntity.of(sql.realm(), seal)), DomainProblem::changedMeanwhile);
        sql.statement("UPDATE FA_AUDIT_HEAD SET SEAL_NO = :number, HASH = :hash WHERE REALM_ID = :realm")
                .with("number", seal.number())
                .with("hash", seal.hash())
                .run();
    }

    @Override
    public List<Seal> after(long number, int max) {
        return sql.statement("SELECT s.SEAL_NO, s.PREVIOUS_HASH, s.HASH, s.ROW_COUNT, s.SEALED_AT, s.NEWEST_AT"
                        + " FROM FA_AUDIT_SEAL s WHERE s.REALM_ID = :realm AND s.SEAL_NO > :number"
                        + " ORDER BY s.SEAL_NO FETCH FIRST :max ROWS ONLY")
                .with("number", number)
                .with("max", max)
                .rows()
                .map(row -> new Seal(
                        row.number(0),
                        row.optionalText(1).orElse(Seal.NONE),
                        row.text(2),
                        (int) row.number(3),
                        row.instant(4),
                        row.instant(5)))
                .toList();
    }

    @Override
    public int remove(List<Seal> oldest) {
        Seal last = oldest.get(oldest.size() - 1);
        int rows = upTo("DELETE FROM FA_AUDIT", last);
        upTo("DELETE FROM FA_AUDIT_SEAL", last);
        sql.statement("UPDATE FA_AUDIT_HEAD SET REMOVED_NO = :lastSeal, REMOVED_HASH = :hash WHERE REALM_ID = :realm")
                .with("lastSeal", last.number())
                .with("hash", last.hash())
                .run();
        return rows;
    }

    private int upTo(String delete, Seal last) {
        return sql.statement(delete + " WHERE REALM_ID = :realm AND SEAL_NO <= :lastSeal")
                .with("lastSeal", last.number())
                .run();
    }

    @Override
    public SealedRows rowsOf(long seal, int max) {
        LookedAtRows rows = new LookedAtRows(sql.realm(), true);
        sql.statement("SELECT " + RowHash.COLUMNS + ", a.HASH FROM FA_AUDIT a WHERE a.REALM_ID = :realm"
                        + " AND a.SEAL_NO = :seal ORDER BY a.WRITTEN_AT, a.ID FETCH FIRST :max ROWS ONLY")
                .with("seal", seal)
                .with("max", max)
                .forEach(rows::add);
        return rows.result();
    }

    @Override
    public SealedRows unsealedRows() {
        LookedAtRows rows = new LookedAtRows(sql.realm(), false);
        sql.statement("SELECT " + RowHash.COLUMNS + ", a.HASH FROM FA_AUDIT a WHERE a.REALM_ID = :realm"
                        + " AND a.SEAL_NO IS NULL ORDER BY a.WRITTEN_AT, a.ID")
                .forEach(rows::add);
        return rows.result();
    }

    @Override
    public Optional<Stray> stray(SealHead head) {
        return sql.statement(
                        "SELECT a.ID, a.SEAL_NO FROM FA_AUDIT a WHERE a.REALM_ID = :realm AND (a.SEAL_NO <= :removed"
                                + " OR a.SEAL_NO > (SELECT h.SEAL_NO FROM FA_AUDIT_HEAD h WHERE h.REALM_ID = :realm))"
                                + " ORDER BY a.SEAL_NO FETCH FIRST 1 ROW ONLY")
                .with("removed", head.removed())
                .row()
                .map(row -> new Stray(row.text(0), row.number(1)));
    }
}
