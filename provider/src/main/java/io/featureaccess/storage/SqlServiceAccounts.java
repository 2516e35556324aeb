package io.featureaccess.storage;

import io.featureaccess.application.port.ServiceAccounts;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import io.featureaccess.storage.entity.ServiceAccountEntity;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@link ServiceAccounts} in the table {@code FA_SERVICE_ACCOUNT}, joined with the clients and users they are. */
public final class SqlServiceAccounts implements ServiceAccounts {

    private static final int WIDTH = 10;

    private static final String SELECT = """
            SELECT a.ID, c.CLIENT_ID, a.NAME, a.DESCRIPTION, a.CREATED_BY, o.USERNAME, COALESCE(o.ENABLED, FALSE),
                u.ENABLED AND c.ENABLED, a.CREATED_AT, a.LAST_USED_AT, COUNT(*) OVER ()
            FROM FA_SERVICE_ACCOUNT a
            JOIN USER_ENTITY u ON u.ID = a.ID AND u.REALM_ID = a.REALM_ID
            JOIN CLIENT c ON c.ID = a.CLIENT_ID AND c.REALM_ID = a.REALM_ID
            LEFT JOIN USER_ENTITY o ON o.ID = a.CREATED_BY AND o.REALM_ID = a.REALM_ID
            WHERE a.REALM_ID = :realm
            """;

    /** Not by {@code LIKE}: the text is what somebody typed, and its wildcards mean nothing. */
    private static final String NAMED =
            " AND (POSITION(:text IN LOWER(a.NAME)) > 0 OR POSITION(:text IN LOWER(c.CLIENT_ID)) > 0)";

    private final Sql sql;

    public SqlServiceAccounts(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
    }

    @Override
    public Page<ServiceAccount> page(Optional<PrincipalId> creator, Optional<String> text, PageRequest page) {
        Statement statement = sql.statement(SELECT
                        + (creator.isPresent() ? " AND a.CREATED_BY = :creator" : "")
                        + (text.isPresent() ? NAMED : "")
                        + " ORDER BY a.NAME, a.ID OFFSET :first ROWS FETCH NEXT :max ROWS ONLY")
                .with("first", page.first())
                .with("max", page.max());
        creator.ifPresent(id -> statement.with("creator", id.value()));
        text.ifPresent(wanted -> statement.with("text", wanted.toLowerCase(Locale.ROOT)));
        List<Row> rows = statement.rows().toList();
        return new Page<>(rows.stream().map(SqlServiceAccounts::account).toList(), Total.of(rows, WIDTH, page));
    }

    @Override
    public Optional<ServiceAccount> find(PrincipalId id) {
        return sql.statement(SELECT + " AND a.ID = :id")
                .with("id", id.value())
                .row()
                .map(SqlServiceAccounts::account);
    }

    @Override
    public Optional<ServiceAccount> lock(PrincipalId id) {
        return sql.statement(
                        "SELECT a.ID FROM FA_SERVICE_ACCOUNT a WHERE a.REALM_ID = :realm AND a.ID = :id FOR UPDATE")
                .with("id", id.value())
                .row()
                .flatMap(locked -> find(id));
    }

    @Override
    public Optional<ServiceAccount.Creator> lockCreator(PrincipalId user) {
        return sql.statement("SELECT u.USERNAME, u.ENABLED FROM USER_ENTITY u WHERE u.REALM_ID = :realm AND u.ID = :id"
                        + " AND u.SERVICE_ACCOUNT_CLIENT_LINK IS NULL FOR UPDATE")
                .with("id", user.value())
                .row()
                .map(row -> new ServiceAccount.Creator(user, row.optionalText(0), row.flag(1)));
    }

    @Override
    public int countOf(PrincipalId creator) {
        return sql.statement("SELECT COUNT(*) FROM FA_SERVICE_ACCOUNT a"
                        + " WHERE a.REALM_ID = :realm AND a.CREATED_BY = :creator")
                .with("creator", creator.value())
                .row()
                .map(row -> (int) row.number(0))
                .orElse(0);
    }

    @Override
    public Optional<PrincipalId> named(PrincipalId creator, String name) {
        return sql.statement("SELECT a.ID FROM FA_SERVICE_ACCOUNT a"
                        + " WHERE a.REALM_ID = :realm AND a.CREATED_BY = :creator AND a.NAME = :name")
                .with("creator", creator.value())
                .with("name", name)
                .row()
                .map(row -> new PrincipalId(row.text(0)));
    }

    @Override
    public void add(ServiceAccount account, String client) {
        sql.insert(
                List.of(ServiceAccountEntity.of(sql.realm(), account, client)),
                () -> DomainProblem.nameTaken(account.name()));
    }

    @Override
    public void update(ServiceAccount account) {
        sql.change(ServiceAccountEntity.class, Set.of(account.id().value()), row -> row.change(account));
    }

    private static ServiceAccount account(Row row) {
        return new ServiceAccount(
                new PrincipalId(row.text(0)),
                row.text(1),
                row.text(2),
                row.text(3),
                new ServiceAccount.Creator(new PrincipalId(row.text(4)), row.optionalText(5), row.flag(6)),
                row.flag(7),
                row.instant(8),
                row.optionalInstant(9));
    }
}
