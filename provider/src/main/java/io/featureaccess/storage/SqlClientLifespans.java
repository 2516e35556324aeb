package io.featureaccess.storage;

import jakarta.persistence.EntityManager;
import java.util.List;

/** The token lifespans that clients have of their own, beside the realm's, as Keycloak's own table has them. */
public final class SqlClientLifespans {

    private final Sql sql;

    public SqlClientLifespans(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    /** @return what is configured, in seconds, as text that somebody typed; each once */
    public List<String> accessTokens() {
        return sql.statement("SELECT DISTINCT CAST(a.VALUE AS VARCHAR(20)) FROM CLIENT_ATTRIBUTES a"
                        + " JOIN CLIENT c ON c.ID = a.CLIENT_ID"
                        + " WHERE c.REALM_ID = :realm AND a.NAME = 'access.token.lifespan'")
                .rows()
                .map(row -> row.text(0))
                .toList();
    }
}
