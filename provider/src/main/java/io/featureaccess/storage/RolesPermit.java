package io.featureaccess.storage;

import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.role.Role;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether roles that count permit an action on a node {@code n}, as a condition over what is {@link Held}: inheritance, the
 * sleep of grants on feature sets and secrecy as the decision has them, with sets of roles as parameters.
 */
final class RolesPermit {

    /** Places from which a role comes down, as the columns of {@code n} that name them. */
    private static final List<String> ABOVE_PROJECT = List.of("'*'", "n.WORKSPACE_ID");

    private static final List<String> TO_PROJECT = List.of("'*'", "n.WORKSPACE_ID", "n.PROJECT_ID");
    private static final List<String> PROJECT = List.of("n.PROJECT_ID");
    private static final List<String> OWN = List.of("n.ID");

    private static final String PROJECT_SECRET = "(SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID)";
    private static final String SETTING = "(SELECT w.VIEWERS_READ_OFFLINE FROM FA_NODE w WHERE w.ID = n.WORKSPACE_ID)";

    private final PermittingRoles roles;

    RolesPermit(PermittingRoles roles) {
        this.roles = roles;
    }

    String condition() {
        return "CASE n.KIND WHEN 'workspace' THEN " + permits("workspaceRoles", ABOVE_PROJECT)
                + " WHEN 'project' THEN " + permits("projectRoles", TO_PROJECT)
                + " AND (NOT n.SECRET OR " + held("ownerRoles", TO_PROJECT) + ")"
                + " ELSE CASE WHEN " + PROJECT_SECRET + " THEN " + inSecretProject()
                + " ELSE " + inPlainProject() + " AND (NOT n.SECRET OR " + Ownership.OWNS_SECRET_IN_PLAIN_PROJECT
                + ") END END";
    }

    private String inSecretProject() {
        return permits("featureSetRoles", TO_PROJECT) + " AND " + held("ownerRoles", TO_PROJECT);
    }

    private String inPlainProject() {
        String sees = held("viewRoles", TO_PROJECT);
        String reads = held("readRoles", TO_PROJECT);
        return "(" + permits("featureSetRoles", ABOVE_PROJECT)
                + " OR " + permits("fromProjectRoles", PROJECT)
                + " OR " + permits("consumerRoles", OWN) + " AND " + sees + " AND " + reads
                + " OR " + permits("viewerRoles", OWN) + " AND " + sees
                + " OR " + permits("readerRoles", OWN) + " AND " + reads + ")";
    }

    private String permits(String set, List<String> places) {
        return roles.dependOnSettings()
                ? "(" + held(set, places) + " OR " + SETTING + " AND " + held(set + "AtMost", places) + ")"
                : held(set, places);
    }

    private static String held(String set, List<String> places) {
        return Held.at(set, places);
    }

    void bind(Sql.Statement statement) {
        bind(statement, "workspaceRoles", Level.WORKSPACE, NodeKind.WORKSPACE);
        bind(statement, "projectRoles", Level.PROJECT, NodeKind.PROJECT);
        bind(statement, "featureSetRoles", Level.WORKSPACE, NodeKind.FEATURE_SET);
        bind(statement, "fromProjectRoles", Level.PROJECT, NodeKind.FEATURE_SET);
        bindOwn(statement, "consumerRoles", Role.CONSUMER);
        bindOwn(statement, "viewerRoles", Role.VIEWER);
        bindOwn(statement, "readerRoles", Role.DATA_READER);
        Ownership.bind(statement);
    }

    private void bind(Sql.Statement statement, String set, Level level, NodeKind kind) {
        statement.withAll(set, roles.always(level, kind));
        if (roles.dependOnSettings()) {
            statement.withAll(set + "AtMost", roles.atMost(level, kind));
        }
    }

    private void bindOwn(Sql.Statement statement, String set, Role onProject) {
        statement.withAll(set, roles.presupposing(onProject, WorkspaceSettings.DEFAULT));
        if (roles.dependOnSettings()) {
            statement.withAll(set + "AtMost", roles.presupposing(onProject, PermittingRoles.MOST));
        }
    }

    /** All roles that may permit anything anywhere. */
    List<String> some() {
        return Stream.of(
                        roles.atMost(Level.WORKSPACE, NodeKind.WORKSPACE),
                        roles.atMost(Level.PROJECT, NodeKind.PROJECT),
                        roles.atMost(Level.PROJECT, NodeKind.FEATURE_SET))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
