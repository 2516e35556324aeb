package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who holds a role that reaches a node: from the grants there and above down to the groups and their members. */
final class Holders {

    private static final String TEXT = """
            WITH RECURSIVE
            ABOVE (ID) AS (
                SELECT '*'
                UNION SELECT n.ID FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node
                UNION SELECT n.PROJECT_ID FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node
                UNION SELECT n.WORKSPACE_ID FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = :node),
            GRANTED (ID) AS (
                SELECT DISTINCT g.PRINCIPAL_ID FROM ABOVE a
                JOIN FA_GRANT g ON g.TARGET = a.ID AND g.REALM_ID = :realm),
            IN_GROUP (ID) AS (
                SELECT k.ID FROM GRANTED g JOIN KEYCLOAK_GROUP k ON k.ID = g.ID AND k.REALM_ID = :realm
                UNION
                SELECT k.ID FROM IN_GROUP i JOIN KEYCLOAK_GROUP k ON k.PARENT_GROUP = i.ID AND k.REALM_ID = :realm),
            WANTED (ID) AS (
                SELECT g.ID FROM GRANTED g
                UNION SELECT m.USER_ID FROM IN_GROUP i JOIN USER_GROUP_MEMBERSHIP m ON m.GROUP_ID = i.ID),
            %s, %s
            SELECT n.ID, COUNT(*) OVER () FROM NAMED n WHERE n.TYPE = ANY (:types)%s
            ORDER BY n.NAME, n.ID
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    /** Not by {@code LIKE}: the text is what somebody typed, and its wildcards mean nothing. */
    private static final String NAMED_LIKE = " AND POSITION(:text IN LOWER(n.NAME)) > 0";

    private final Sql sql;

    Holders(Sql sql) {
        this.sql = sql;
    }

    Page<PrincipalId> read(NodeId node, Optional<PrincipalType> type, Optional<String> name, PageRequest page) {
        String text = TEXT.formatted(
                Names.GROUP_PATH, Names.NAMED, name.map(part -> NAMED_LIKE).orElse(""));
        Statement statement = sql.statement(text)
                .with("node", node.value())
                .withAll("types", type.map(only -> List.of(only.id())).orElse(PrincipalType.ids()))
                .with("first", page.first())
                .with("max", page.max());
        name.ifPresent(part -> statement.with("text", part.toLowerCase(Locale.ROOT)));
        List<Row> rows = statement.rows().toList();
        return new Page<>(rows.stream().map(row -> new PrincipalId(row.text(0))).toList(), Total.of(rows, 1, page));
    }
}
