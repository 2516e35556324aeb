package io.featureaccess.storage;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.storage.entity.RealmEntity;
import java.util.List;

/** The row that is locked where a change concerns a realm as a whole: Keycloak's own would hold up all else there. */
final class RealmRow {

    private static final String SELECT = "SELECT r.REALM_ID FROM FA_REALM r WHERE r.REALM_ID = :realm";

    private final Sql sql;

    RealmRow(Sql sql) {
        this.sql = sql;
    }

    /** Made if there is none yet, and kept from others until the transaction ends. */
    void lock() {
        if (sql.statement(SELECT).row().isEmpty()) {
            sql.insert(List.of(RealmEntity.of(sql.realm())), DomainProblem::changedMeanwhile);
        }
        sql.statement(SELECT + " FOR UPDATE").row().orElseThrow(DomainProblem::changedMeanwhile);
    }
}
