package io.featureaccess.storage;

import io.featureaccess.application.port.Invitations;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.storage.entity.Micros;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** {@link Invitations} in the table {@code FA_INVITATION}; a row goes with its user. */
public final class SqlInvitations implements Invitations {

    private final Sql sql;

    public SqlInvitations(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    @Override
    public void add(PrincipalId user, PrincipalId by, Instant at) {
        sql.statement("INSERT INTO FA_INVITATION (REALM_ID, USER_ID, INVITED_BY, INVITED_AT)"
                        + " VALUES (:realm, :user, :by, :at)")
                .with("user", user.value())
                .with("by", by.value())
                .with("at", Micros.of(at))
                .run();
    }

    @Override
    public boolean isOpen(PrincipalId user) {
        return sql.statement("SELECT i.USER_ID FROM FA_INVITATION i WHERE i.REALM_ID = :realm AND i.USER_ID = :user"
                        + " AND NOT EXISTS (SELECT 1 FROM CREDENTIAL c WHERE c.USER_ID = i.USER_ID)"
                        + " AND NOT EXISTS (SELECT 1 FROM FEDERATED_IDENTITY f WHERE f.USER_ID = i.USER_ID)")
                .with("user", user.value())
                .row()
                .isPresent();
    }
}
