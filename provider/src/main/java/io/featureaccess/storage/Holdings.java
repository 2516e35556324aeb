package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one principal holds, for statements that ask for it in many places: it is found once, at their head, and then looked up
 * in memory. PostgreSQL, asked to join it, would go through all of it for each node, since it expects it to be little. H2 keeps
 * by itself what a subquery finds, and reads a table expression anew in each place that names it.
 *
 * @param carriers whose grants count
 * @param onAllWorkspaces the roles that they hold there, by name
 */
record Holdings(List<String> carriers, Set<String> onAllWorkspaces, Instant at, boolean h2) {

    private static final String OF_KIND = " FROM FA_GRANT held WHERE " + Held.COUNTS + " AND held.TARGET_KIND = '%s'";

    private static final String TABLE = "%s AS MATERIALIZED (SELECT held.TARGET, held.ROLE" + OF_KIND + ")";

    /** What a statement begins with that asks for {@link #targets}. */
    String head() {
        return h2
                ? ""
                : Arrays.stream(NodeKind.values())
                        .map(kind -> TABLE.formatted(table(kind), kind.id()))
                        .collect(Collectors.joining(", ", "WITH ", " "));
    }

    /** A query for the nodes on which one of the roles is held, each as often as it is held there. */
    String targets(NodeKind kind, List<String> roles) {
        String from = h2 ? OF_KIND.formatted(kind.id()) + " AND " : " FROM " + table(kind) + " held WHERE ";
        return "SELECT held.TARGET" + from + "held.ROLE IN (" + RoleSets.literals(roles) + ")";
    }

    /** Whether one of the roles is held on the project of {@code n}, or above it. */
    String onProject(List<String> roles) {
        return roles.stream().anyMatch(onAllWorkspaces::contains)
                ? "TRUE"
                : "(n.WORKSPACE_ID IN (" + targets(NodeKind.WORKSPACE, roles) + ") OR n.PROJECT_ID IN ("
                        + targets(NodeKind.PROJECT, roles) + "))";
    }

    Statement bind(Statement statement) {
        return Held.bind(statement, carriers, at);
    }

    private static String table(NodeKind kind) {
        return "HELD_" + kind.name();
    }
}
