package io.featureaccess.storage;

import io.featureaccess.application.port.ApiKeys;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.ApiKeyId;
import io.featureaccess.domain.serviceaccount.KeyHash;
import io.featureaccess.domain.serviceaccount.StoredKey;
import io.featureaccess.storage.entity.ApiKeyEntity;
import io.featureaccess.storage.entity.Micros;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link ApiKeys} in the table {@code FA_API_KEY}. */
public final class SqlApiKeys implements ApiKeys {

    private static final int WIDTH = 6;
    private static final String SELECT = """
            SELECT k.ID, k.NAME, k.ENABLED, k.CREATED_AT, k.EXPIRES_AT, k.LAST_USED_AT, COUNT(*) OVER ()
            FROM FA_API_KEY k WHERE k.REALM_ID = :realm AND k.ACCOUNT_ID = :account
            """;
    private static final String ONE = " WHERE REALM_ID = :realm AND ACCOUNT_ID = :account AND ID = :id";
    private static final String USED =
            " SET LAST_USED_AT = :at WHERE REALM_ID = :realm AND ID = :id AND COALESCE(LAST_USED_AT, 0) < :before";

    private final Sql sql;

    public SqlApiKeys(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    @Override
    public Page<ApiKey> of(PrincipalId account, PageRequest page) {
        List<Row> rows = sql.statement(SELECT + " ORDER BY k.NAME, k.ID OFFSET :first ROWS FETCH NEXT :max ROWS ONLY")
                .with("account", account.value())
                .with("first", page.first())
                .with("max", page.max())
                .rows()
                .toList();
        return new Page<>(rows.stream().map(SqlApiKeys::key).toList(), Total.of(rows, WIDTH, page));
    }

    @Override
    public Optional<ApiKey> find(PrincipalId account, ApiKeyId id) {
        return sql.statement(SELECT + " AND k.ID = :id")
                .with("account", account.value())
                .with("id", id.value())
                .row()
                .map(SqlApiKeys::key);
    }

    @Override
    public void add(PrincipalId account, ApiKey key, KeyHash hash) {
        sql.insert(
                List.of(ApiKeyEntity.of(sql.realm(), account, key, hash)), () -> DomainProblem.nameTaken(key.name()));
    }

    @Override
    public void enable(PrincipalId account, ApiKeyId id, boolean enabled) {
        sql.statement("UPDATE FA_API_KEY SET ENABLED = :enabled" + ONE)
                .with("account", account.value())
                .with("id", id.value())
                .with("enabled", enabled)
                .run();
    }

    @Override
    public void remove(PrincipalId account, ApiKeyId id) {
        sql.statement("DELETE FROM FA_API_KEY" + ONE)
                .with("account", account.value())
                .with("id", id.value())
                .run();
    }

    @Override
    public Optional<StoredKey> forChecking(String client, ApiKeyId id) {
        String text = """
                SELECT k.ID, k.ACCOUNT_ID, k.SALT, k.HASH, k.ENABLED, u.ENABLED AND c.ENABLED,
                    COALESCE(o.ENABLED, FALSE), k.EXPIRES_AT, k.LAST_USED_AT
                FROM FA_API_KEY k
                JOIN FA_SERVICE_ACCOUNT a ON a.ID = k.ACCOUNT_ID AND a.REALM_ID = k.REALM_ID AND a.CLIENT_ID = :client
                JOIN USER_ENTITY u ON u.ID = a.ID AND u.REALM_ID = a.REALM_ID
                JOIN CLIENT c ON c.ID = a.CLIENT_ID AND c.REALM_ID = a.REALM_ID
                LEFT JOIN USER_ENTITY o ON o.ID = a.CREATED_BY AND o.REALM_ID = a.REALM_ID
                WHERE k.REALM_ID = :realm AND k.ID = :id
                """;
        return sql.statement(text)
                .with("client", client)
                .with("id", id.value())
                .row()
                .map(SqlApiKeys::stored);
    }

    /** Writes when a key was used, on its row and its account's, unless that was written after the second instant. */
    public void writeUse(StoredKey key, Instant at, Instant notSince) {
        // The account first, as whoever deletes it locks them.
        use("UPDATE FA_SERVICE_ACCOUNT" + USED, key.account().value(), at, notSince);
        use("UPDATE FA_API_KEY" + USED, key.id().value(), at, notSince);
    }

    private void use(String text, String id, Instant at, Instant notSince) {
        sql.statement(text)
                .with("id", id)
                .with("at", Micros.of(at))
                .with("before", Micros.of(notSince))
                .run();
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                new ApiKeyId(row.text(0)),
                row.text(1),
                row.flag(2),
                row.instant(3),
                row.optionalInstant(4),
                row.optionalInstant(5));
    }

    private static StoredKey stored(Row row) {
        return new StoredKey(
                new ApiKeyId(row.text(0)),
                new PrincipalId(row.text(1)),
                new KeyHash(row.text(2), row.text(3)),
                row.flag(4),
                row.flag(5),
                row.flag(6),
                row.optionalInstant(7),
                row.optionalInstant(8));
    }
}
