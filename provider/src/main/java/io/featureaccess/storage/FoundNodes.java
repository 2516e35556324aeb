package io.featureaccess.storage;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The nodes that somebody sees and that begin with a text. They are looked up in each place that shows them, by an index of its
 * own, and in each only as far as the page's end; so that what is hidden, and what else begins so, is not walked through. Only
 * what is secret in a place that is seen, and what a locked project in an unlocked workspace hides, is passed by.
 */
final class FoundNodes {

    private static final String PAGE = """
            SELECT %s FROM FA_NODE n
            WHERE n.REALM_ID = :realm AND n.ID = ANY (ARRAY(%s))
            ORDER BY %s, n.PATH
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    /** Of name and display name the first that was found. */
    private static final String FOUND_BY = "CASE WHEN n.TITLE >= :from AND n.TITLE < :end"
            + " AND (n.TITLE < n.NAME OR n.NAME < :from OR n.NAME >= :end) THEN n.TITLE ELSE n.NAME END";

    private static final String EVERYWHERE = """
            (SELECT n.ID FROM FA_NODE n
            WHERE n.REALM_ID = :realm AND n.%1$s >= :from AND n.%1$s < :end%2$s
            ORDER BY n.REALM_ID, n.%1$s, n.PATH FETCH FIRST :last ROWS ONLY)
            """;

    /** Places are joined from the side, so that H2 begins with them. */
    private static final String IN_PLACES = """
            (SELECT b.ID FROM FA_NODE t LEFT JOIN FA_NODE b ON b.ID = ANY (ARRAY(
                SELECT n.ID FROM FA_NODE n
                WHERE n.%3$s = t.ID AND n.%1$s >= :from AND n.%1$s < :end%2$s
                ORDER BY n.%3$s, n.%1$s, n.PATH FETCH FIRST :last ROWS ONLY))
            WHERE t.REALM_ID = :realm AND %4$s AND %5$s)
            """;

    /** A secret feature set shows to an owner of its own who has enough on the project. */
    private static final String OWN = """
            (SELECT n.ID FROM FA_NODE n
            WHERE n.REALM_ID = :realm AND n.%1$s >= :from AND n.%1$s < :end AND n.SECRET = TRUE AND n.ID = %2$s
                AND NOT (SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID) AND %3$s AND %4$s
            ORDER BY n.%1$s, n.PATH FETCH FIRST :last ROWS ONLY)
            """;

    private static final String ALL = "";
    private static final String NOT_SECRET = " AND n.SECRET = FALSE";
    /** What a project says, asked as a value: as a condition on whether there is such a project PostgreSQL reads all there are. */
    private static final String PLAIN = NOT_SECRET + notInProjectThatIs("p.SECRET");

    private static final String OPEN =
            NOT_SECRET + notInProjectThatIs("p.SECRET OR p.LOCKED AND n.KIND = 'feature-set'");

    private static final List<String> ON_PROJECT = List.of("'*'", "n.WORKSPACE_ID", "n.PROJECT_ID");

    private final Sql sql;
    private final Sight sight;

    FoundNodes(Sql sql, Sight sight) {
        this.sql = sql;
        this.sight = sight;
    }

    private static String notInProjectThatIs(String condition) {
        return " AND NOT COALESCE((SELECT " + condition + " FROM FA_NODE p WHERE p.ID = n.PROJECT_ID), FALSE)";
    }

    /** @param carriers whose grants count */
    List<Node> page(NodeSearch search, List<String> carriers, PageRequest page, Instant at) {
        List<String> keys = search.byPath() ? List.of("PATH") : List.of("NAME", "TITLE");
        String found = keys.stream().flatMap(key -> branches(key).stream()).collect(Collectors.joining(" UNION ALL "));
        String order = search.byPath() ? "n.PATH" : FOUND_BY;
        Statement statement = sql.statement(PAGE.formatted(NodeRows.COLUMNS, found, order), page)
                .with("from", search.text())
                .with("end", search.text() + greatest());
        if (!sight.everySecret()) {
            bindRoles(Held.bind(statement, carriers, at));
        }
        return statement.rows().map(NodeRows::node).toList();
    }

    private List<String> branches(String key) {
        if (sight.everySecret()) {
            return List.of(EVERYWHERE.formatted(key, ALL));
        }
        List<String> branches = new ArrayList<>();
        places().stream().map(place -> place.branch(key)).forEach(branches::add);
        branches.add(OWN.formatted(
                key,
                Held.targets("owning", NodeKind.FEATURE_SET.id()),
                Held.at("viewing", ON_PROJECT),
                Held.at("reading", ON_PROJECT)));
        if (sight.everyPlain()) {
            branches.add(EVERYWHERE.formatted(key, PLAIN));
        }
        return branches;
    }

    /**
     * Nodes of which each shows what lies in it.
     *
     * @param column by which that is found
     * @param which a condition on a place {@code t}
     * @param shown a condition on a node {@code n} in it
     */
    private record Place(String column, String which, String shown) {

        static Place held(String roles, NodeKind kind, String condition, String shown) {
            String column = kind == NodeKind.WORKSPACE ? "WORKSPACE_ID" : "PROJECT_ID";
            return new Place(column, "t.ID = " + Held.targets(roles, kind.id()) + condition, shown);
        }

        String branch(String key) {
            return IN_PLACES.formatted(key, shown, column, which, Sql.inRealm("b"));
        }
    }

    private List<Place> places() {
        String notSecret = " AND t.SECRET = FALSE";
        List<Place> places = new ArrayList<>();
        places.add(Place.held("owning", NodeKind.WORKSPACE, "", ALL));
        places.add(Place.held("owning", NodeKind.PROJECT, "", ALL));
        places.add(Place.held("owningBelow", NodeKind.PROJECT, notSecret, ALL));
        if (!sight.everyPlain()) {
            places.add(Place.held("viewing", NodeKind.WORKSPACE, "", PLAIN));
            places.add(Place.held("viewing", NodeKind.PROJECT, notSecret, NOT_SECRET));
            places.add(new Place("WORKSPACE_ID", "t.KIND = 'workspace' AND t.LOCKED = FALSE", OPEN));
        }
        return places;
    }

    private static void bindRoles(Statement statement) {
        statement
                .withAll("owning", RoleSets.of(role -> role.implies(Role.OWNER)))
                .withAll("owningBelow", RoleSets.OWNING_FROM_PROJECT)
                .withAll("viewing", RoleSets.of(role -> role.implies(Role.VIEWER)))
                .withAll("reading", RoleSets.of(role -> role.implies(Role.DATA_READER)));
    }

    /** Greater than whatever a text goes on with: by characters on PostgreSQL, by their halves on H2. */
    private String greatest() {
        return Character.toString(sql.isH2() ? Character.MAX_VALUE : Character.MAX_CODE_POINT);
    }
}
