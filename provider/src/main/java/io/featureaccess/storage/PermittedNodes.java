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

    private static final String BELOW = "SELECT n.ID FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.%s = %s";

    private static final String UP_TO = " AND n.PATH <= COALESCE((SELECT MIN(e.PATH) FROM (%s) e), '~')";

    /**
     * Of each place where a role is held that surely permits: the path up to which it alone fills the page. What lies behind
     * the first of these paths is not on it. A tilde is greater than anything in paths.
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
        RolesPermit permit = new RolesPermit(roles, onAllWorkspaces);
        String text = TEXT.formatted(NodeRows.COLUMNS, permit.joins(), candidates(onAllWorkspaces), permit.condition());
        Sql.Statement statement =
                Held.bind(sql.statement(text, page), carriers, at).withAll("some", roles.some());
        permit.bind(statement);
        places().stream()
                .filter(Place::isMany)
                .forEach(place -> statement.withAll(place.certain(), certain(Level.of(place.held()))));
        kind.ifPresent(one -> statement.with("kind", one.id()));
        under.ifPresent(path -> statement
                .with("under", path.toString())
                .with("underFirst", path + "/")
                .with("underEnd", path + "0"));
        return statement.rows().map(NodeRows::node).toList();
    }

    private String candidates(Set<String> onAllWorkspaces) {
        String enough = enough(onAllWorkspaces);
        String end = filter() + (enough.isEmpty() ? "" : UP_TO.formatted(enough));
        List<String> branches = new ArrayList<>();
        if (roles.some().stream().anyMatch(onAllWorkspaces::contains)) {
            branches.add(EVERYWHERE + end);
        }
        places().forEach(place -> branches.add(BELOW.formatted(
                        place.column(), Held.targets("some", place.held().id()))
                + end));
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

    private String enough(Set<String> onAllWorkspaces) {
        List<String> all = new ArrayList<>();
        if (isCertainEverywhere(onAllWorkspaces)) {
            String order = "n.REALM_ID, " + (kind.isPresent() ? "n.KIND, " : "") + "n.PATH";
            all.add(ENOUGH_EVERYWHERE.formatted(PLAIN, filter(), order));
        }
        places().stream()
                .filter(Place::isMany)
                .forEach(place -> all.add(ENOUGH.formatted(
                        place.column(),
                        PLAIN,
                        filter(),
                        place.order(),
                        Held.targets(place.certain(), place.held().id()))));
        return String.join(" UNION ALL ", all);
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
