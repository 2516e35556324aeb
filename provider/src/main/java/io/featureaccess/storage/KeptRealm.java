package io.featureaccess.storage;

import jakarta.persistence.EntityManager;

/**
 * A realm that is not removed before the transaction ends in which something is done in it. Removal locks the realm's row
 * before anything else and deletes it last: whoever has not asked here could hold what removal waits for, and then wait for
 * removal itself, since each row of ours refers to its realm.
 */
public final class KeptRealm {

    private final Sql sql;

    public KeptRealm(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    /** To be asked first in a transaction; waits for a removal that has begun. */
    public boolean isThere() {
        return sql.statement("SELECT r.ID FROM REALM r WHERE r.ID = :realm FOR SHARE")
                .row()
                .isPresent();
    }
}
