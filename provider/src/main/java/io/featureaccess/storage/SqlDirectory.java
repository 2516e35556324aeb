package io.featureaccess.storage;

import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link Directory} over Keycloak's tables, read directly since its caches lag behind the transaction. */
public final class SqlDirectory implements Directory {

    private final Sql sql;
    private final String adminRole;

    /** @param adminRole the id of the role that makes an admin; blank where there is none */
    public SqlDirectory(EntityManager entities, String realm, String adminRole) {
        this.sql = new Sql(entities, realm);
        this.adminRole = adminRole;
    }

    @Override
    public Map<PrincipalRef, Principal> resolve(Set<PrincipalRef> references) {
        return new References(sql, this).resolve(references);
    }

    @Override
    public Map<PrincipalId, Principal> find(Set<PrincipalId> ids) {
        return Names.of(sql, values(ids));
    }

    @Override
    public Page<Principal> search(Optional<PrincipalType> type, Optional<String> text, PageRequest page) {
        return new PrincipalSearch(sql).search(type, text, page);
    }

    @Override
    public Map<PrincipalId, Principal> creators(Set<PrincipalId> ids) {
        return sql.statement("SELECT a.ID, o.ID, o.USERNAME FROM FA_SERVICE_ACCOUNT a"
                        + " JOIN USER_ENTITY o ON o.ID = a.CREATED_BY AND o.REALM_ID = a.REALM_ID"
                        + " WHERE a.REALM_ID = :realm AND a.ID = ANY (:ids)")
                .withAll("ids", values(ids))
                .rows()
                .collect(Collectors.toMap(
                        row -> new PrincipalId(row.text(0)),
                        row -> new Principal(new PrincipalId(row.text(1)), PrincipalType.USER, row.text(2))));
    }

    @Override
    public boolean isAdmin(PrincipalId id) {
        return admins(Set.of(id)).contains(id);
    }

    @Override
    public Set<PrincipalId> admins(Set<PrincipalId> ids) {
        AskedPrincipals asked = AskedPrincipals.of(ids);
        String text = "WITH RECURSIVE %s, %s, %s SELECT DISTINCT a.ID FROM ADMIN a"
                .formatted(Carriers.of(asked), Carriers.ADMIN_ROLE, Carriers.ADMIN);
        return asked.bind(sql.statement(text).with("adminRole", adminRole))
                .rows()
                .map(row -> new PrincipalId(row.text(0)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** From the role down to its holders: the groups that have it, their subgroups, the members. */
    @Override
    public boolean hasAdminBeside(PrincipalId id) {
        String text = """
                WITH RECURSIVE
                %s,
                ADMIN_GROUP (ID) AS (
                    SELECT g.ID FROM ADMIN_ROLE a
                    JOIN GROUP_ROLE_MAPPING m ON m.ROLE_ID = a.ID
                    JOIN KEYCLOAK_GROUP g ON g.ID = m.GROUP_ID AND g.REALM_ID = :realm
                    UNION
                    SELECT g.ID FROM ADMIN_GROUP a
                    JOIN KEYCLOAK_GROUP g ON g.PARENT_GROUP = a.ID AND g.REALM_ID = :realm),
                HOLDER (ID) AS (
                    SELECT m.USER_ID FROM ADMIN_ROLE a JOIN USER_ROLE_MAPPING m ON m.ROLE_ID = a.ID
                    UNION ALL
                    SELECT m.USER_ID FROM ADMIN_GROUP a JOIN USER_GROUP_MEMBERSHIP m ON m.GROUP_ID = a.ID)
                SELECT 1 FROM HOLDER h
                JOIN USER_ENTITY u ON u.ID = h.ID AND u.REALM_ID = :realm
                LEFT JOIN CLIENT c ON c.ID = u.SERVICE_ACCOUNT_CLIENT_LINK AND c.REALM_ID = u.REALM_ID
                WHERE h.ID <> :id AND u.ENABLED
                    AND (u.SERVICE_ACCOUNT_CLIENT_LINK IS NULL OR COALESCE(c.ENABLED, FALSE))
                FETCH FIRST 1 ROW ONLY
                """.formatted(Carriers.ADMIN_ROLE);
        return sql.statement(text)
                .with("adminRole", adminRole)
                .with("id", id.value())
                .row()
                .isPresent();
    }

    @Override
    public List<String> groupsOf(PrincipalId id) {
        String text = """
                WITH RECURSIVE
                WANTED (ID) AS (
                    SELECT m.GROUP_ID FROM USER_GROUP_MEMBERSHIP m
                    JOIN USER_ENTITY u ON u.ID = m.USER_ID AND u.REALM_ID = :realm
                    WHERE m.USER_ID = :id),
                %s
                SELECT w.PATH FROM WAY_UP w WHERE w.PARENT_ID = ' ' ORDER BY w.PATH
                """.formatted(Names.GROUP_PATH);
        return sql.statement(text)
                .with("id", id.value())
                .rows()
                .map(row -> row.text(0))
                .toList();
    }

    private static List<String> values(Collection<PrincipalId> ids) {
        return ids.stream().map(PrincipalId::value).toList();
    }
}
