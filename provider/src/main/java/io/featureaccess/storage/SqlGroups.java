package io.featureaccess.storage;

import io.featureaccess.application.port.Groups;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.group.Member;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link Groups} over Keycloak's tables; groups that belong to organizations are none. */
public final class SqlGroups implements Groups {

    private static final String ROOT = " ";

    private static final String DOWN = """
            WITH RECURSIVE DOWN (ID, NAME, PARENT_ID, PATH) AS (
                SELECT g.ID, CAST(g.NAME AS VARCHAR(255)), g.PARENT_GROUP, CAST('/' || g.NAME AS VARCHAR(4000))
                FROM KEYCLOAK_GROUP g WHERE g.REALM_ID = :realm AND g.TYPE = 0 AND g.PARENT_GROUP = ' '
                UNION ALL
                SELECT g.ID, CAST(g.NAME AS VARCHAR(255)), g.PARENT_GROUP, CAST(d.PATH || '/' || g.NAME AS VARCHAR(4000))
                FROM DOWN d JOIN KEYCLOAK_GROUP g ON g.PARENT_GROUP = d.ID AND g.REALM_ID = :realm)
            SELECT d.ID, d.NAME, d.PARENT_ID, d.PATH, COUNT(*) OVER () FROM DOWN d%s
            ORDER BY d.PATH, d.ID OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    private static final String FIND = """
            WITH RECURSIVE WANTED (ID) AS (
                SELECT g.ID FROM KEYCLOAK_GROUP g WHERE g.REALM_ID = :realm AND g.ID = :id),
            %s
            SELECT g.ID, g.NAME, g.PARENT_GROUP, w.PATH FROM WAY_UP w
            JOIN KEYCLOAK_GROUP g ON g.ID = w.ID
            WHERE w.PARENT_ID = ' '
            """.formatted(Names.GROUP_PATH);

    private static final String TREE = """
            WITH RECURSIVE TREE (ID) AS (
                SELECT g.ID FROM KEYCLOAK_GROUP g WHERE g.REALM_ID = :realm AND g.ID = :id
                UNION
                SELECT g.ID FROM TREE t JOIN KEYCLOAK_GROUP g ON g.PARENT_GROUP = t.ID AND g.REALM_ID = :realm)
            SELECT g.ID, g.NAME, g.PARENT_GROUP FROM TREE t JOIN KEYCLOAK_GROUP g ON g.ID = t.ID
            """;

    /** Members in pages, each once for each who gave the membership. */
    private static final String MEMBERS = """
            WITH RECURSIVE
            WANTED (ID) AS (
                SELECT m.USER_ID FROM USER_GROUP_MEMBERSHIP m
                JOIN KEYCLOAK_GROUP g ON g.ID = m.GROUP_ID AND g.REALM_ID = :realm
                WHERE m.GROUP_ID = :id),
            %s, %s
            SELECT p.ID, p.TYPE, p.NAME, p.TOTAL, r.SOURCE, i.NAME, i.IDP_ALIAS FROM (
                SELECT n.ID, n.TYPE, n.NAME, COUNT(*) OVER () AS TOTAL FROM NAMED n%%s
                ORDER BY n.NAME, n.ID OFFSET :first ROWS FETCH NEXT :max ROWS ONLY) p
            LEFT JOIN FA_RULE_MEMBERSHIP r ON r.GROUP_ID = :id AND r.USER_ID = p.ID
            LEFT JOIN IDENTITY_PROVIDER_MAPPER i ON i.ID = r.SOURCE AND i.REALM_ID = :realm
            ORDER BY p.NAME, p.ID
            """.formatted(Names.GROUP_PATH, Names.NAMED);

    private final Sql sql;
    private final SqlFactsReader facts;

    public SqlGroups(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
        this.facts = new SqlFactsReader(entities, realm, "");
    }

    @Override
    public Optional<Group> find(PrincipalId id) {
        return sql.statement(FIND).with("id", id.value()).row().map(SqlGroups::group);
    }

    @Override
    public Page<Group> list(Optional<String> text, PageRequest page) {
        List<Row> rows = paged(DOWN.formatted(matching("d.PATH", text)), text, page)
                .rows()
                .toList();
        return new Page<>(rows.stream().map(SqlGroups::group).toList(), Total.of(rows, 4, page));
    }

    @Override
    public Page<Member> members(PrincipalId group, Optional<String> text, PageRequest page) {
        List<Row> rows = paged(MEMBERS.formatted(matching("n.NAME", text)), text, page)
                .with("id", group.value())
                .rows()
                .toList();
        Map<Principal, GivenBy> members = new LinkedHashMap<>();
        rows.forEach(row -> members.computeIfAbsent(Names.principal(row), member -> new GivenBy())
                .take(row, 4));
        return new Page<>(
                members.entrySet().stream()
                        .map(member ->
                                new Member(member.getKey(), member.getValue().membership()))
                        .toList(),
                Total.of(rows, 3, page));
    }

    /** Not by {@code LIKE}: the text is what somebody typed, and its wildcards mean nothing. */
    private static String matching(String column, Optional<String> text) {
        return text.isEmpty() ? "" : " WHERE POSITION(:text IN LOWER(" + column + ")) > 0";
    }

    private Statement paged(String statement, Optional<String> text, PageRequest page) {
        Statement paged = sql.statement(statement).with("first", page.first()).with("max", page.max());
        text.ifPresent(wanted -> paged.with("text", wanted.toLowerCase(Locale.ROOT)));
        return paged;
    }

    @Override
    public Set<PrincipalId> upwards(Set<PrincipalId> ids) {
        LoadedFacts loaded = facts.load(ids, Set.of(), Instant.EPOCH);
        return ids.stream()
                .flatMap(id -> loaded.carriers(id).stream())
                .map(PrincipalId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Tree tree(PrincipalId id) {
        GroupPaths paths = new GroupPaths();
        sql.statement(TREE).with("id", id.value()).rows().forEach(row -> {
            // The group itself is where the paths begin.
            String parent = row.text(0).equals(id.value()) ? ROOT : row.text(2);
            paths.add(row.text(0), row.text(1), parent);
        });
        int own = paths.pathOf(id.value()).length();
        int longest = paths.ids().stream()
                .mapToInt(one -> paths.pathOf(one).length())
                .max()
                .orElse(own);
        return new Tree(
                paths.ids().stream().map(PrincipalId::new).collect(Collectors.toUnmodifiableSet()), longest - own);
    }

    @Override
    public boolean isTaken(Optional<PrincipalId> parent, String name) {
        return sql.statement("SELECT g.ID FROM KEYCLOAK_GROUP g WHERE g.REALM_ID = :realm AND g.PARENT_GROUP = :parent"
                        + " AND g.NAME = :name FETCH FIRST 1 ROW ONLY")
                .with("parent", parent.map(PrincipalId::value).orElse(ROOT))
                .with("name", name)
                .row()
                .isPresent();
    }

    @Override
    public void empty(Set<PrincipalId> groups) {
        sql.statement("DELETE FROM USER_GROUP_MEMBERSHIP WHERE GROUP_ID = ANY (:groups) AND USER_ID IN ("
                        + "SELECT u.ID FROM USER_ENTITY u WHERE u.REALM_ID = :realm)")
                .withAll("groups", groups.stream().map(PrincipalId::value).toList())
                .run();
    }

    private static Group group(Row row) {
        String parent = row.text(2);
        return new Group(
                new PrincipalId(row.text(0)),
                row.text(3),
                row.text(1),
                parent.equals(ROOT) ? Optional.empty() : Optional.of(new PrincipalId(parent)));
    }
}
