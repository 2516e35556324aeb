package io.featureaccess.storage;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.role.Role;
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
            SELECT %s FROM %s
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

    /** One place after the other: joined, PostgreSQL would look in each for each node there is. */
    private static final String IN_PLACES = """
            (SELECT l.ID FROM FA_NODE t CROSS JOIN LATERAL (
                SELECT n.ID FROM FA_NODE n
                WHERE n.%3$s = t.ID AND n.%1$s >= :from AND n.%1$s < :end%2$s
                ORDER BY n.%3$s, n.%1$s, n.PATH FETCH FIRST :last ROWS ONLY) l
            WHERE %4$s)
            """;

    /** H2 has no such joins. Nodes are joined from the side, so that it begins with the places. */
    private static final String IN_PLACES_ON_H2 = """
            (SELECT b.ID FROM FA_NODE t LEFT JOIN FA_NODE b ON b.ID = ANY (ARRAY(
                SELECT n.ID FROM FA_NODE n
                WHERE n.%3$s = t.ID AND n.%1$s >= :from AND n.%1$s < :end%2$s
                ORDER BY n.%3$s, n.%1$s, n.PATH FETCH FIRST :last ROWS ONLY))
            WHERE %4$s AND COALESCE(b.REALM_ID, '') = :realm)
            """;

    /** A secret feature set shows to an owner of its own who has enough on the project. */
    private static final String OWN = """
            (SELECT n.ID FROM FA_NODE n
            WHERE %5$s AND n.%1$s >= :from AND n.%1$s < :end AND n.SECRET = TRUE AND n.ID = ANY (ARRAY(%2$s))
                AND NOT (SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID) AND %3$s AND %4$s
            ORDER BY n.%1$s, n.PATH FETCH FIRST :last ROWS ONLY)
            """;

    private static final String ALL = "";
    private static final String NOT_SECRET = " AND n.SECRET = FALSE";

    /** What a project says, asked as a value: as a condition on whether there is such a project PostgreSQL reads all there are. */
    private static final String PLAIN = NOT_SECRET + notInProjectThatIs("p.SECRET");

    private static final String OPEN =
            NOT_SECRET + notInProjectThatIs("p.SECRET OR p.LOCKED AND n.KIND = 'feature-set'");

    private static final List<String> OWNING = RoleSets.of(role -> role.implies(Role.OWNER));
    private static final List<String> VIEWING = RoleSets.of(role -> role.implies(Role.VIEWER));
    private static final List<String> READING = RoleSets.of(role -> role.implies(Role.DATA_READER));

    private final Sql sql;
    private final Sight sight;
    private final Holdings held;

    FoundNodes(Sql sql, Sight sight, Holdings held) {
        this.sql = sql;
        this.sight = sight;
        this.held = held;
    }

    private static String notInProjectThatIs(String condition) {
        return " AND NOT COALESCE((SELECT " + condition + " FROM FA_NODE p WHERE p.ID = n.PROJECT_ID), FALSE)";
    }

    List<Node> page(NodeSearch search, PageRequest page) {
        List<String> keys = search.byPath() ? List.of("PATH") : List.of("NAME", "TITLE");
        String found = keys.stream().flatMap(key -> branches(key).stream()).collect(Collectors.joining(" UNION ALL "));
        String order = search.byPath() ? "n.PATH" : FOUND_BY;
        String text = PAGE.formatted(NodeRows.COLUMNS, sql.nodes(found), order);
        return held.bind(sql.statement(sight.everySecret() ? text : held.head() + text, page))
                .with("from", search.text())
                .with("end", search.text() + greatest())
                .rows()
                .map(NodeRows::node)
                .toList();
    }

    private List<String> branches(String key) {
        if (sight.everySecret()) {
            return List.of(EVERYWHERE.formatted(key, ALL));
        }
        List<String> branches = new ArrayList<>();
        places().forEach(place -> branches.add(inPlaces(key, place)));
        branches.add(OWN.formatted(
                key,
                held.targets(NodeKind.FEATURE_SET, OWNING),
                held.onProject(VIEWING),
                held.onProject(READING),
                sql.inRealmById()));
        if (sight.everyPlain()) {
            branches.add(EVERYWHERE.formatted(key, PLAIN));
        }
        return branches;
    }

    private String inPlaces(String key, Place place) {
        return (sql.isH2() ? IN_PLACES_ON_H2 : IN_PLACES).formatted(key, place.shown(), place.column(), place.which());
    }

    /**
     * Nodes of which each shows what lies in it.
     *
     * @param column by which that is found
     * @param which a condition on a place {@code t}
     * @param shown a condition on a node {@code n} in it
     */
    private record Place(String column, String which, String shown) {}

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        places.add(held(OWNING, NodeKind.WORKSPACE, ALL));
        places.add(held(OWNING, NodeKind.PROJECT, ALL));
        places.add(heldUnlessSecret(RoleSets.OWNING_FROM_PROJECT, ALL));
        if (!sight.everyPlain()) {
            places.add(held(VIEWING, NodeKind.WORKSPACE, PLAIN));
            places.add(heldUnlessSecret(VIEWING, NOT_SECRET));
            places.add(new Place(
                    "WORKSPACE_ID", "t.REALM_ID = :realm AND t.KIND = 'workspace' AND t.LOCKED = FALSE", OPEN));
        }
        return places;
    }

    private Place held(List<String> roles, NodeKind kind, String shown) {
        String which = Sql.notByRealm("t") + " AND t.ID = ANY (ARRAY(" + held.targets(kind, roles) + "))";
        return new Place(kind == NodeKind.WORKSPACE ? "WORKSPACE_ID" : "PROJECT_ID", which, shown);
    }

    private Place heldUnlessSecret(List<String> roles, String shown) {
        Place place = held(roles, NodeKind.PROJECT, shown);
        return new Place(place.column(), place.which() + " AND t.SECRET = FALSE", shown);
    }

    /** Greater than whatever a text goes on with: by characters on PostgreSQL, by their halves on H2. */
    private String greatest() {
        return Character.toString(sql.isH2() ? Character.MAX_VALUE : Character.MAX_CODE_POINT);
    }
}
