package io.featureaccess.storage;

import io.featureaccess.domain.role.Role;
import java.util.List;

/** Whether somebody may know of secret nodes: only by owning them, by whatever way. */
final class Ownership {

    private static final List<String> TO_PROJECT = List.of("'*'", "n.WORKSPACE_ID", "n.PROJECT_ID");

    private static final String PLAIN_PROJECT = "NOT (SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID)";

    /**
     * Of a project or feature set {@code n} that is secret itself or by its project: in a secret project only its owners own
     * anything; elsewhere a secret feature set has owners of its own, too, who need a role on the project.
     */
    static final String OWNS_SECRET = "(" + Held.at("ownerRoles", TO_PROJECT)
            + " OR n.KIND = 'feature-set' AND " + PLAIN_PROJECT
            + " AND (" + Held.at("projectOwnerRoles", List.of("n.PROJECT_ID")) + " OR "
            + Held.at("ownerRoles", List.of("n.ID")) + " AND " + Held.at("viewRoles", TO_PROJECT) + " AND "
            + Held.at("readRoles", TO_PROJECT) + "))";

    private Ownership() {}

    static Statement bind(Statement statement) {
        return statement
                .withAll("ownerRoles", RoleSets.of(role -> role.implies(Role.OWNER)))
                .withAll("projectOwnerRoles", RoleSets.OWNING_FROM_PROJECT)
                .withAll("viewRoles", RoleSets.of(role -> role.implies(Role.VIEWER)))
                .withAll("readRoles", RoleSets.of(role -> role.implies(Role.DATA_READER)));
    }
}
