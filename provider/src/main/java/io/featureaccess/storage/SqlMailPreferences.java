package io.featureaccess.storage;

import io.featureaccess.application.port.MailPreferences;
import io.featureaccess.domain.principal.PrincipalId;
import jakarta.persistence.EntityManager;

/** {@link MailPreferences} in the table {@code FA_MAIL_OFF}: a row is a user who wants no mail. */
public final class SqlMailPreferences implements MailPreferences {

    private final Sql sql;

    public SqlMailPreferences(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    @Override
    public boolean isOn(PrincipalId id) {
        return sql.statement("SELECT o.USER_ID FROM FA_MAIL_OFF o WHERE o.REALM_ID = :realm AND o.USER_ID = :id")
                .with("id", id.value())
                .row()
                .isEmpty();
    }

    @Override
    public boolean set(PrincipalId id, boolean on) {
        if (on == isOn(id)) {
            return false;
        }
        String text = on
                ? "DELETE FROM FA_MAIL_OFF WHERE REALM_ID = :realm AND USER_ID = :id"
                : "INSERT INTO FA_MAIL_OFF (REALM_ID, USER_ID) VALUES (:realm, :id)";
        return sql.statement(text).with("id", id.value()).run() == 1;
    }
}
