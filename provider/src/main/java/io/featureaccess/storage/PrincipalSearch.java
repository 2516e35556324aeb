package io.featureaccess.storage;

import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Searches a realm's principals by name: each type for itself up to the page's end, and then all of them in order. */
final class PrincipalSearch {

    private static final String USERS = """
            (SELECT u.ID, 'user' AS TYPE, CAST(u.USERNAME AS VARCHAR(4000)) AS NAME FROM USER_ENTITY u
            WHERE u.REALM_ID = :realm AND u.SERVICE_ACCOUNT_CLIENT_LINK IS NULL%s
            ORDER BY u.USERNAME FETCH FIRST :last ROWS ONLY)
            """;

    private static final String SERVICE_ACCOUNTS = """
            (SELECT u.ID, 'service-account' AS TYPE, CAST(c.CLIENT_ID AS VARCHAR(4000)) AS NAME FROM CLIENT c
            JOIN USER_ENTITY u ON u.SERVICE_ACCOUNT_CLIENT_LINK = c.ID AND u.REALM_ID = c.REALM_ID
            WHERE c.REALM_ID = :realm%s
            ORDER BY c.CLIENT_ID FETCH FIRST :last ROWS ONLY)
            """;

    private static final String GROUPS = """
            (SELECT d.ID, 'group' AS TYPE, d.PATH AS NAME FROM DOWN d
            WHERE 1 = 1%s
            ORDER BY d.PATH FETCH FIRST :last ROWS ONLY)
            """;

    private static final String DOWN = """
            WITH RECURSIVE DOWN (ID, PATH) AS (
                SELECT g.ID, CAST('/' || g.NAME AS VARCHAR(4000)) FROM KEYCLOAK_GROUP g
                WHERE g.REALM_ID = :realm AND g.TYPE = 0 AND g.PARENT_GROUP = ' '
                UNION ALL
                SELECT g.ID, CAST(d.PATH || '/' || g.NAME AS VARCHAR(4000)) FROM DOWN d
                JOIN KEYCLOAK_GROUP g ON g.PARENT_GROUP = d.ID AND g.REALM_ID = :realm)
            """;

    private final Sql sql;

    PrincipalSearch(Sql sql) {
        this.sql = sql;
    }

    Page<Principal> search(Optional<PrincipalType> type, Optional<String> text, PageRequest page) {
        String all = type.map(only -> branch(only, text))
                .orElseGet(() -> String.join(
                        " UNION ALL ",
                        List.of(
                                branch(PrincipalType.USER, text),
                                branch(PrincipalType.SERVICE_ACCOUNT, text),
                                branch(PrincipalType.GROUP, text))));
        boolean withGroups = type.orElse(PrincipalType.GROUP) == PrincipalType.GROUP;
        String found = (withGroups ? DOWN : "") + "SELECT p.ID, p.TYPE, p.NAME FROM (" + all
                + ") p ORDER BY p.NAME, p.ID OFFSET :first ROWS FETCH NEXT :max ROWS ONLY";
        Statement statement = sql.statement(found, page);
        text.ifPresent(wanted -> statement.with("text", wanted.toLowerCase(Locale.ROOT)));
        return new Page<>(statement.rows().map(Names::principal).toList(), OptionalLong.empty());
    }

    private static String branch(PrincipalType type, Optional<String> text) {
        return switch (type) {
            case USER -> USERS.formatted(condition("u.USERNAME", text));
            case SERVICE_ACCOUNT -> SERVICE_ACCOUNTS.formatted(condition("c.CLIENT_ID", text));
            case GROUP -> GROUPS.formatted(condition("d.PATH", text));
        };
    }

    /** Not by {@code LIKE}: the text is what somebody typed, and its wildcards mean nothing. */
    private static String condition(String column, Optional<String> text) {
        return text.isEmpty() ? "" : " AND POSITION(:text IN LOWER(" + column + ")) > 0";
    }
}
