package io.featureaccess.storage;

import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.role.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether roles that count permit an action on a node {@code n}: inheritance, the sleep of grants on feature sets and secrecy
 * as the decision has them. Where a role of some set is held is either looked up among all that the principal holds, which
 * costs what that is; or for each node, which costs the nodes.
 */
final class RolesPermit {

    /** Where roles come from: all workspaces, the workspace, the project, the feature set's own. */
    private enum Place {
        ALL,
        WORKSPACE,
        PROJECT,
        OWN
    }

    private static final Set<Place> ABOVE_PROJECT = Set.of(Place.ALL, Place.WORKSPACE);
    private static final Set<Place> TO_PROJECT = Set.of(Place.ALL, Place.WORKSPACE, Place.PROJECT);
    private static final Set<Place> PROJECT = Set.of(Place.PROJECT);
    private static final Set<Place> OWN = Set.of(Place.OWN);

    private static final String AT_MOST = "_AT_MOST";

    /** For one node. Carriers are joined, since H2 looks no list up in an index of two columns. */
    private static final String LOOKED_UP = """
            EXISTS (SELECT 1 FROM UNNEST(CAST(:carriers AS VARCHAR(36) ARRAY)) AS carrier (ID)
                JOIN FA_GRANT held ON held.PRINCIPAL_ID = carrier.ID AND held.TARGET = n.%%s
                WHERE %s AND held.ROLE IN (%%s) AND (held.EXPIRES_AT IS NULL OR held.EXPIRES_AT > :at))
            """.formatted(Sql.notByRealm("held"));

    private static final String PROJECT_SECRET = "(SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID)";
    private static final String SETTING = "(SELECT w.VIEWERS_READ_OFFLINE FROM FA_NODE w WHERE w.ID = n.WORKSPACE_ID)";

    private final PermittingRoles roles;
    private final Set<String> onAllWorkspaces;
    private final Optional<Holdings> held;
    private final Map<String, List<String>> sets = new LinkedHashMap<>();

    private RolesPermit(PermittingRoles roles, Set<String> onAllWorkspaces, Optional<Holdings> held) {
        this.roles = roles;
        this.onAllWorkspaces = onAllWorkspaces;
        this.held = held;
        addPermitting("ON_WORKSPACE", Level.WORKSPACE, NodeKind.WORKSPACE);
        addPermitting("ON_PROJECT", Level.PROJECT, NodeKind.PROJECT);
        addPermitting("ON_FEATURE_SET", Level.WORKSPACE, NodeKind.FEATURE_SET);
        addPermitting("FROM_PROJECT", Level.PROJECT, NodeKind.FEATURE_SET);
        addPresupposing("AS_CONSUMER", Role.CONSUMER);
        addPresupposing("AS_VIEWER", Role.VIEWER);
        addPresupposing("AS_READER", Role.DATA_READER);
        sets.put("OWNS", RoleSets.of(role -> role.implies(Role.OWNER)));
        sets.put("OWNS_FROM_PROJECT", RoleSets.OWNING_FROM_PROJECT);
        sets.put("SEES", RoleSets.of(role -> role.implies(Role.VIEWER)));
        sets.put("READS", RoleSets.of(role -> role.implies(Role.DATA_READER)));
    }

    /** For statements that ask about as many nodes as somebody may hold. */
    static RolesPermit among(Holdings held, PermittingRoles roles) {
        return new RolesPermit(roles, held.onAllWorkspaces(), Optional.of(held));
    }

    /**
     * For statements that ask for no more nodes than a page, or some pages, has.
     *
     * @param onAllWorkspaces the roles that the principal holds there, by name
     */
    static RolesPermit lookedUp(PermittingRoles roles, Set<String> onAllWorkspaces) {
        return new RolesPermit(roles, onAllWorkspaces, Optional.empty());
    }

    private void addPermitting(String set, Level level, NodeKind kind) {
        sets.put(set, roles.always(level, kind));
        if (roles.dependOnSettings()) {
            sets.put(set + AT_MOST, roles.atMost(level, kind));
        }
    }

    private void addPresupposing(String set, Role onProject) {
        sets.put(set, roles.presupposing(onProject, WorkspaceSettings.DEFAULT));
        if (roles.dependOnSettings()) {
            sets.put(set + AT_MOST, roles.presupposing(onProject, PermittingRoles.MOST));
        }
    }

    String condition() {
        return "CASE n.KIND WHEN 'workspace' THEN " + permits("ON_WORKSPACE", ABOVE_PROJECT)
                + " WHEN 'project' THEN " + permits("ON_PROJECT", TO_PROJECT)
                + " AND (NOT n.SECRET OR " + held("OWNS", TO_PROJECT) + ")"
                + " ELSE CASE WHEN " + PROJECT_SECRET + " THEN " + permits("ON_FEATURE_SET", TO_PROJECT)
                + " AND " + held("OWNS", TO_PROJECT)
                + " ELSE " + inPlainProject() + " AND (NOT n.SECRET OR " + ownsSecret() + ") END END";
    }

    private String inPlainProject() {
        String sees = held("SEES", TO_PROJECT);
        String reads = held("READS", TO_PROJECT);
        return "(" + permits("ON_FEATURE_SET", ABOVE_PROJECT)
                + " OR " + permits("FROM_PROJECT", PROJECT)
                + " OR " + permits("AS_CONSUMER", OWN) + " AND " + sees + " AND " + reads
                + " OR " + permits("AS_VIEWER", OWN) + " AND " + sees
                + " OR " + permits("AS_READER", OWN) + " AND " + reads + ")";
    }

    private String ownsSecret() {
        return "(" + held("OWNS", ABOVE_PROJECT)
                + " OR " + held("OWNS_FROM_PROJECT", PROJECT)
                + " OR " + held("OWNS", OWN) + " AND " + held("SEES", TO_PROJECT) + " AND "
                + held("READS", TO_PROJECT) + ")";
    }

    private String permits(String set, Set<Place> places) {
        return roles.dependOnSettings()
                ? "(" + held(set, places) + " OR " + SETTING + " AND " + held(set + AT_MOST, places) + ")"
                : held(set, places);
    }

    private String held(String set, Set<Place> places) {
        if (places.contains(Place.ALL) && sets.get(set).stream().anyMatch(onAllWorkspaces::contains)) {
            return "TRUE";
        }
        return places.stream()
                .filter(place -> place != Place.ALL)
                .sorted()
                .map(place -> heldAt(place, sets.get(set)))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String heldAt(Place place, List<String> some) {
        String column = place == Place.OWN ? "ID" : place + "_ID";
        if (some.isEmpty()) {
            return "FALSE";
        }
        return held.map(all -> "n." + column + " IN (" + all.targets(kind(place), some) + ")")
                .orElseGet(() -> LOOKED_UP.formatted(column, RoleSets.literals(some)));
    }

    private static NodeKind kind(Place place) {
        return switch (place) {
            case WORKSPACE -> NodeKind.WORKSPACE;
            case PROJECT -> NodeKind.PROJECT;
            default -> NodeKind.FEATURE_SET;
        };
    }
}
