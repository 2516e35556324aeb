package io.featureaccess.storage;

import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.role.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The nodes on which a principal's counting roles permit an action. Candidates come from the grants, each place with its own
 * index, and only as far as the page's end; whether a candidate is permitted says one condition, {@link RolesPermit}.
 */
final class PermittedNodes {

    /** By an array of ids, for PostgreSQL: its guess of how many there are would make it read all nodes. */
    private static final String TEXT = """
            SELECT %s FROM FA_NODE n%s
            WHERE n.REALM_ID = :realm AND n.ID = ANY (ARRAY(%s)) AND %s
            ORDER BY n.PATH
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    private static final String EVERYWHERE = "SELECT n.ID FROM FA_NODE n WHERE n.REALM_ID = :realm";

    /** By an array too: joined by the place, PostgreSQL would read all nodes, since it expects more places than anybody has. */
    private static final String BELOW = "SELECT b.ID FROM UNNEST(%2$s) AS t (ID) JOIN FA_NODE b ON b.ID = ANY (ARRAY("
            + "SELECT n.ID FROM FA_NODE n WHERE n.%1$s = t.ID AND " + Sql.inRealm("n") + "%3$s)) WHERE "
            + Sql.inRealm("b");

    /** H2 looks a place's nodes up where they are joined, and would search such an array for each node there is. */
    private static final String BELOW_ON_H2 = "SELECT n.ID FROM UNNEST(%2$s) AS t (ID) JOIN FA_NODE n ON n.%1$s = t.ID"
            + " WHERE " + Sql.inRealm("n") + "%3$s";

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
                WHERE n.REALM_ID = :realm AND n.%1$s = t.ID%2$s%3$s
                ORDER BY %4$s OFFSET :beforeLast ROWS FETCH NEXT 1 ROW ONLY) AS PATH
            FROM FA_NODE t WHERE t.REALM_ID = :realm AND t.ID = %5$s
            """;

    private static final String ENOUGH_EVERYWHERE = """
            SELECT (SELECT n.PATH FROM FA_NODE n WHERE n.REALM_ID = :realm%s%s
                ORDER BY %s OFFSET :beforeLast ROWS FETCH NEXT 1 ROW ONLY) AS PATH
            """;

    private static final String PLAIN = " AND n.SECRET = FALSE"
            + " AND NOT COALESCE((SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID), FALSE)";

    private final Sql sql;
    private final PermittingRoles roles;
    private final Optional<Action> action;
    private final Optional<NodeKind> kind;
    private final Optional<NodePath> under;

    /** @param kind empty for all that the action applies to */
    PermittedNodes(Sql sql, Optional<Action> action, Optional<NodeKind> kind, Optional<NodePath> under) {
        this.sql = sql;
        this.roles = new PermittingRoles(action);
        this.action = action;
        this.kind = kind.or(() -> onlyKindOf(action));
        this.under = under;
    }

    private static Optional<NodeKind> onlyKindOf(Optional<Action> action) {
        List<NodeKind> kinds = Arrays.stream(NodeKind.values())
                .filter(one -> action.isEmpty() || action.get().appliesTo(one))
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    /**
     * @param carriers whose grants count
     * @param onAllWorkspaces the roles that they hold there, by name
     */
    List<Node> page(List<String> carriers, Set<String> onAllWorkspaces, PageRequest page, Instant at) {
        if (action.isPresent() && kind.isPresent() && !action.get().appliesTo(kind.get())) {
            return List.of();
        }
        RolesPermit permit = RolesPermit.joined(roles, onAllWorkspaces);
        String text = TEXT.formatted(NodeRows.COLUMNS, permit.joins(), candidates(onAllWorkspaces), permit.condition());
        Statement statement = Held.bind(sql.statement(text, page), carriers, at)
                .withAll("some", roles.some())
                .with("end", end(carriers, onAllWorkspaces, page, at));
        permit.bind(statement);
        bindFilter(statement);
        return statement.rows().map(NodeRows::node).toList();
    }

    private String end(List<String> carriers, Set<String> onAllWorkspaces, PageRequest page, Instant at) {
        List<Place> many = places().stream().filter(Place::isMany).toList();
        List<String> enough = many.stream().map(this::enough).collect(Collectors.toCollection(ArrayList::new));
        if (isCertainEverywhere(onAllWorkspaces)) {
            enough.add(enoughEverywhere());
        }
        if (enough.isEmpty()) {
            return NO_END;
        }
        String text = "SELECT MIN(e.PATH) FROM (" + String.join(" UNION ALL ", enough) + ") e WHERE :realm = :realm";
        Statement statement = sql.statementUpTo(text, page);
        if (!many.isEmpty()) {
            Held.bind(statement, carriers, at);
        }
        many.forEach(place -> statement.withAll(place.certain(), certain(Level.of(place.held()))));
        bindFilter(statement);
        return statement.row().flatMap(row -> row.optionalText(0)).orElse(NO_END);
    }

    private void bindFilter(Statement statement) {
        kind.ifPresent(one -> statement.with("kind", one.id()));
        under.ifPresent(path -> statement
                .with("under", path.toString())
                .with("underFirst", path + "/")
                .with("underEnd", path + "0"));
    }

    private String candidates(Set<String> onAllWorkspaces) {
        String end = filter() + UP_TO;
        List<String> branches = new ArrayList<>();
        if (roles.some().stream().anyMatch(onAllWorkspaces::contains)) {
            branches.add(EVERYWHERE + end);
        }
        String below = sql.isH2() ? BELOW_ON_H2 : BELOW;
        places().forEach(place -> branches.add(below.formatted(
                place.column(), Held.targetsAsArray("some", place.held().id()), end)));
        return String.join(" UNION ", branches);
    }

    /** A node on which a role may be held, and the column by which what it reaches is found. */
    private record Place(NodeKind held, String column) {

        boolean isMany() {
            return !column.equals("ID");
        }

        String order() {
            return column.equals("PARENT_ID") ? "n.PARENT_ID, n.SECRET, n.PATH" : "n." + column + ", n.PATH";
        }

        String certain() {
            return held == NodeKind.WORKSPACE ? "certainFromWorkspace" : "certainFromProject";
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
        return ENOUGH_EVERYWHERE.formatted(PLAIN, filter(), order);
    }

    private String enough(Place place) {
        String held = Held.targets(place.certain(), place.held().id());
        return ENOUGH.formatted(place.column(), PLAIN, filter(), place.order(), held);
    }

    private boolean isCertainEverywhere(Set<String> onAllWorkspaces) {
        return certain(Level.ALL_WORKSPACES).stream().anyMatch(onAllWorkspaces::contains);
    }

    /** Roles that permit on whatever plain node of the wanted kinds lies there. */
    private List<String> certain(Level level) {
        return Arrays.stream(NodeKind.values())
                .filter(one -> kind.isEmpty() ? level.reaches(one) : kind.get() == one)
                .map(one -> roles.always(level, one))
                .reduce((some, others) -> some.stream().filter(others::contains).toList())
                .orElseThrow();
    }

    /** The range first, for the index; what merely begins like the path is then left out. */
    private String filter() {
        return (kind.isPresent() ? " AND n.KIND = :kind" : "")
                + (under.isPresent()
                        ? " AND n.PATH >= :under AND n.PATH < :underEnd AND (n.PATH = :under OR n.PATH >= :underFirst)"
                        : "");
    }
}
