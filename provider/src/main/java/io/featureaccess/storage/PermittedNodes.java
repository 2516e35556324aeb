package io.featureaccess.storage;

import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.role.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The nodes on which a principal's counting roles permit an action. Candidates come from the grants, each place with its own
 * index, and only as far as the page's end; whether a candidate is permitted says one condition, {@link RolesPermit}.
 */
final class PermittedNodes {

    /** By an array of ids, for PostgreSQL: its guess of how many there are would make it read all nodes. */
    private static final String TEXT = """
            SELECT %s FROM FA_NODE n
            WHERE %s AND n.ID = ANY (ARRAY(%s))%s AND %s
            ORDER BY n.PATH
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    private static final String EVERYWHERE = "SELECT n.ID FROM FA_NODE n WHERE n.REALM_ID = :realm";

    /** One place after the other: joined, PostgreSQL would read all nodes, since it expects more places than anybody has. */
    private static final String BELOW = "SELECT l.ID FROM (SELECT DISTINCT t.TARGET FROM (%2$s) t) t CROSS JOIN LATERAL"
            + " (SELECT n.ID FROM FA_NODE n WHERE n.%1$s = t.TARGET AND " + Sql.notByRealm("n") + "%3$s OFFSET 0) l";

    /** H2 has no joins from the side, and looks a place's nodes up where they are joined. */
    private static final String BELOW_ON_H2 =
            "SELECT n.ID FROM (%2$s) t JOIN FA_NODE n ON n.%1$s = t.TARGET WHERE " + Sql.notByRealm("n") + "%3$s";

    private static final String UP_TO = " AND n.PATH <= :end";

    /** Greater than anything in paths. */
    private static final String NO_END = "~";

    /**
     * Of each place where a role is held that surely permits: the path up to which it alone fills the page. What lies behind
     * the first of these paths is not on it. This is asked first and then a parameter: otherwise PostgreSQL would not know
     * how little is left, and read all there is.
     */
    private static final String ENOUGH = """
            SELECT (SELECT n.PATH FROM FA_NODE n
                WHERE %6$s AND n.%1$s = t.ID%2$s%3$s
                ORDER BY %4$s OFFSET :beforeLast ROWS FETCH NEXT 1 ROW ONLY) AS PATH
            FROM (SELECT DISTINCT t.TARGET AS ID FROM (%5$s) t) t
            """;

    private static final String ENOUGH_EVERYWHERE = """
            SELECT (SELECT n.PATH FROM FA_NODE n WHERE n.REALM_ID = :realm%s%s
                ORDER BY %s OFFSET :beforeLast ROWS FETCH NEXT 1 ROW ONLY) AS PATH
            """;

    private static final String PLAIN = " AND n.SECRET = FALSE"
            + " AND NOT COALESCE((SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID), FALSE)";

    private final Sql sql;
    private final Holdings held;
    private final PermittingRoles roles;
    private final Optional<Action> action;
    private final Optional<NodeKind> kind;
    private final NodeFilter filter;

    /** @param kind empty for all that the action applies to */
    PermittedNodes(Sql sql, Holdings held, Optional<Action> action, Optional<NodeKind> kind, Optional<NodePath> under) {
        this.sql = sql;
        this.held = held;
        this.roles = new PermittingRoles(action);
        this.action = action;
        this.kind = kind.or(() -> onlyKindOf(action));
        this.filter = new NodeFilter(this.kind, under);
    }

    private static Optional<NodeKind> onlyKindOf(Optional<Action> action) {
        List<NodeKind> kinds = Arrays.stream(NodeKind.values())
                .filter(one -> action.isEmpty() || action.get().appliesTo(one))
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    List<Node> page(PageRequest page) {
        if (action.isPresent() && kind.isPresent() && !action.get().appliesTo(kind.get())) {
            return List.of();
        }
        String text = held.head()
                + TEXT.formatted(
                        NodeRows.COLUMNS,
                        sql.inRealmById(),
                        candidates(),
                        filter.condition() + UP_TO,
                        RolesPermit.among(held, roles).condition());
        Statement statement = held.bind(sql.statement(text, page)).with("end", end(page));
        return filter.bind(statement).rows().map(NodeRows::node).toList();
    }

    private String end(PageRequest page) {
        List<String> enough = places().stream()
                .filter(Place::isMany)
                .map(this::enough)
                .collect(Collectors.toCollection(ArrayList::new));
        if (isEverywhere(certain(Level.ALL_WORKSPACES))) {
            enough.add(enoughEverywhere());
        }
        if (enough.isEmpty()) {
            return NO_END;
        }
        String text = held.head() + "SELECT MIN(e.PATH) FROM (" + String.join(" UNION ALL ", enough)
                + ") e WHERE :realm = :realm";
        Statement statement = held.bind(sql.statementUpTo(text, page));
        return filter.bind(statement).row().flatMap(row -> row.optionalText(0)).orElse(NO_END);
    }

    private String candidates() {
        String end = filter.condition() + UP_TO;
        List<String> branches = new ArrayList<>();
        if (isEverywhere(roles.some())) {
            branches.add(EVERYWHERE + end);
        }
        places().forEach(place -> branches.add(below(place, end)));
        return String.join(" UNION ", branches);
    }

    private String below(Place place, String end) {
        String targets = held.targets(place.held(), roles.some());
        if (sql.isH2()) {
            return BELOW_ON_H2.formatted(place.column(), targets, end);
        }
        return place.isMany() ? BELOW.formatted(place.column(), targets, end) : targets;
    }

    /** A node on which a role may be held, and the column by which what it reaches is found. */
    private record Place(NodeKind held, String column) {

        boolean isMany() {
            return !column.equals("ID");
        }

        String order() {
            return column.equals("PARENT_ID") ? "n.PARENT_ID, n.SECRET, n.PATH" : "n." + column + ", n.PATH";
        }
    }

    private List<Place> places() {
        if (kind.filter(NodeKind.WORKSPACE::equals).isPresent()) {
            return List.of(new Place(NodeKind.WORKSPACE, "ID"));
        }
        if (kind.filter(NodeKind.PROJECT::equals).isPresent()) {
            return List.of(new Place(NodeKind.WORKSPACE, "PARENT_ID"), new Place(NodeKind.PROJECT, "ID"));
        }
        return List.of(
                new Place(NodeKind.WORKSPACE, "WORKSPACE_ID"),
                new Place(NodeKind.PROJECT, "PROJECT_ID"),
                new Place(NodeKind.FEATURE_SET, "ID"));
    }

    private String enoughEverywhere() {
        String order = "n.REALM_ID, " + (kind.isPresent() ? "n.KIND, " : "") + "n.PATH";
        return ENOUGH_EVERYWHERE.formatted(PLAIN, filter.condition(), order);
    }

    private String enough(Place place) {
        return ENOUGH.formatted(
                place.column(),
                PLAIN,
                filter.condition(),
                place.order(),
                held.targets(place.held(), certain(Level.of(place.held()))),
                sql.isH2() ? Sql.notByRealm("n") : Sql.expectMany(Sql.notByRealm("n")));
    }

    private boolean isEverywhere(List<String> some) {
        return some.stream().anyMatch(held.onAllWorkspaces()::contains);
    }

    /** Roles that permit on whatever plain node of the wanted kinds lies there. */
    private List<String> certain(Level level) {
        return Arrays.stream(NodeKind.values())
                .filter(one -> kind.isEmpty() ? level.reaches(one) : kind.get() == one)
                .map(one -> roles.always(level, one))
                .reduce((some, others) -> some.stream().filter(others::contains).toList())
                .orElseThrow();
    }
}
