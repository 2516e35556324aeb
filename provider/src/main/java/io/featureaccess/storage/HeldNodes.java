package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.Micros;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The nodes on which the carriers of one principal hold a role that counts, as a selection of lineages for {@link
 * SqlFactsReader}. Each kind stops when it has enough, so that a pipeline which owns all it ever made does not read all of it
 * for a token. What counts is asked here only so that grants which sleep take no room; the decision is asked again about each.
 *
 * @param most how many grants of each kind are enough
 * @param h2 whether the database is H2
 */
record HeldNodes(int most, Instant at, boolean h2) implements NodeSelection {

    private static final String UNEXPIRED = "(%1$s.EXPIRES_AT IS NULL OR %1$s.EXPIRES_AT > :at)";

    private static final String CARRIERS = "ANY (ARRAY(SELECT c.CARRIER_ID FROM CARRIER c))";

    /**
     * The first of each carrier in the order of an index. PostgreSQL expects everybody to hold what the one pipeline holds that
     * owns most, and would read the grants of all to find those of one; that only the first are wanted keeps it to the index,
     * as long as it expects enough of them to count. Nodes that are joined it would look for among all there are.
     */
    private static final String OF_KIND = """
            (SELECT one.NODE_ID FROM CARRIER c CROSS JOIN LATERAL (
                SELECT g.NODE_ID FROM FA_GRANT g
                WHERE g.PRINCIPAL_ID = c.CARRIER_ID AND g.TARGET_KIND = '%1$s' AND %2$s AND %3$s
                    AND (SELECT %4$s FROM FA_NODE n WHERE n.ID = g.NODE_ID AND %5$s)
                ORDER BY g.TARGET
                FETCH FIRST %6$d ROWS ONLY) AS one
            FETCH FIRST %6$d ROWS ONLY)
            """;

    /**
     * H2 has no joins from the side. It reads a table expression anew in each place that names it, by a plan of its own there:
     * without an order the limit would let through other rows each time, and roles would be looked for on other nodes than
     * those that were found.
     */
    private static final String OF_KIND_ON_H2 = """
            (SELECT n.ID, n.WORKSPACE_ID, n.PROJECT_ID FROM FA_GRANT g
            JOIN FA_NODE n ON n.ID = g.NODE_ID AND %5$s
            WHERE %2$s AND g.PRINCIPAL_ID = %7$s AND g.TARGET_KIND = '%1$s' AND %3$s AND %4$s
            ORDER BY g.ID
            FETCH FIRST %6$d ROWS ONLY)
            """;

    private static final String LINEAGE_IDS =
            "SELECT CASE k.NUM WHEN 1 THEN a.WORKSPACE_ID WHEN 2 THEN a.PROJECT_ID ELSE a.ID END"
                    + " FROM %s CROSS JOIN (VALUES (1), (2), (3)) AS k (NUM)";

    /**
     * Found once and then looked up by their ids. Joined, they were found again for each node of the realm by PostgreSQL, as
     * long as it has not counted the rows of a new import.
     */
    private static final String LINEAGES = "SELECT " + COLUMNS + " FROM FA_NODE n WHERE " + Sql.notByRealm("n")
            + " AND n.ID = ANY (ARRAY(" + LINEAGE_IDS.formatted("FA_NODE a") + " WHERE a.ID = ANY (ARRAY(%s))))";

    /** H2 would make such an array anew for each node. */
    private static final String LINEAGES_ON_H2 = "SELECT DISTINCT " + COLUMNS + " FROM UNNEST(ARRAY("
            + LINEAGE_IDS.formatted("(%s) a") + ")) AS t (ID) JOIN FA_NODE n ON n.ID = t.ID AND " + Sql.notByRealm("n");

    /**
     * Whether one of the roles counts on the project of {@code n}, as long as the project is not secret; never looked up by
     * the realm, for the same reason.
     */
    private static final String ON_PROJECT = "EXISTS (SELECT 1 FROM FA_GRANT held WHERE " + Sql.notByRealm("held")
            + " AND held.PRINCIPAL_ID = " + CARRIERS + " AND held.TARGET IN ('*', n.WORKSPACE_ID, n.PROJECT_ID)"
            + " AND held.ROLE = ANY (:%s) AND " + UNEXPIRED.formatted("held") + ")";

    /** The grants of one who holds much H2 would go through for each; it looks up pairs of carrier and target that are joined. */
    private static final String ON_PROJECT_ON_H2 =
            "EXISTS (SELECT 1 FROM CARRIER c CROSS JOIN (VALUES (1), (2), (3)) AS k (NUM)"
                    + " LEFT JOIN FA_GRANT held ON held.PRINCIPAL_ID = c.CARRIER_ID AND held.REALM_ID = :realm"
                    + " AND held.TARGET = CASE k.NUM WHEN 1 THEN n.PROJECT_ID WHEN 2 THEN n.WORKSPACE_ID ELSE '*' END"
                    + " AND held.ROLE = ANY (:%s) AND " + UNEXPIRED.formatted("held")
                    + " WHERE COALESCE(held.ID, '') <> '')";

    private static final String OWNING = "g.ROLE = ANY (:owning)";

    private static final String PROJECT_COUNTS = "(NOT n.SECRET OR " + OWNING + ")";

    @Override
    public Object shape() {
        return List.of(HeldNodes.class, h2, most);
    }

    @Override
    public String selection() {
        String held = Arrays.stream(NodeKind.values()).map(this::ofKind).collect(Collectors.joining(" UNION ALL "));
        return (h2 ? LINEAGES_ON_H2 : LINEAGES).formatted(held);
    }

    private String ofKind(NodeKind kind) {
        String counts =
                switch (kind) {
                    case WORKSPACE -> "TRUE";
                    case PROJECT -> PROJECT_COUNTS;
                    case FEATURE_SET -> featureSetCounts();
                };
        return (h2 ? OF_KIND_ON_H2 : OF_KIND)
                .formatted(
                        kind.id(),
                        h2 ? Sql.notByRealm("g") : Sql.expectMany(Sql.notByRealm("g")),
                        UNEXPIRED.formatted("g"),
                        counts,
                        Sql.notByRealm("n"),
                        most,
                        CARRIERS);
    }

    private String featureSetCounts() {
        return "CASE WHEN (SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID)"
                + " THEN " + OWNING + " AND " + onProject("owning")
                + " ELSE " + PROJECT_COUNTS
                + " AND (g.ROLE = ANY (:reading) OR " + onProject("sees") + ")"
                + " AND (g.ROLE = ANY (:viewing) OR " + onProject("reads") + ") END";
    }

    private String onProject(String roles) {
        return (h2 ? ON_PROJECT_ON_H2 : ON_PROJECT).formatted(roles);
    }

    @Override
    public void bind(Statement statement) {
        statement
                .with("at", Micros.of(at))
                .withAll("owning", RoleSets.of(role -> role.implies(Role.OWNER)))
                .withAll("sees", RoleSets.of(role -> role.implies(Role.VIEWER)))
                .withAll("reads", RoleSets.of(role -> role.implies(Role.DATA_READER)))
                .withAll("viewing", presupposing(Role.VIEWER))
                .withAll("reading", presupposing(Role.DATA_READER));
    }

    /** Of roles on a feature set, those that ask for no more than this on its project. */
    private static List<String> presupposing(Role onProject) {
        return RoleSets.of(role -> role.presupposedOnProject() == onProject);
    }
}
