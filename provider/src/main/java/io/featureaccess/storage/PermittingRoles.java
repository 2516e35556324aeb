package io.featureaccess.storage;

import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which held roles permit an action, by where they are held and what it is done to: the domain's tables, asked for every
 * role.
 *
 * @param action empty for any action at all
 */
record PermittingRoles(Optional<Action> action) {

    /** Under the settings that allow most: a role that needs them counts in some workspaces only. */
    static final WorkspaceSettings MOST = new WorkspaceSettings(true);

    /** Whether some roles permit the action only where the workspace's settings add it to them. */
    boolean dependOnSettings() {
        return action.filter(Action.READ_OFFLINE::equals).isPresent();
    }

    List<String> always(Level level, NodeKind kind) {
        return RoleSets.of(role -> permits(level.inheritedAs(role, kind), kind, WorkspaceSettings.DEFAULT));
    }

    List<String> atMost(Level level, NodeKind kind) {
        return RoleSets.of(role -> permits(level.inheritedAs(role, kind), kind, MOST));
    }

    /** All roles that may permit it somewhere. */
    List<String> some() {
        return Arrays.stream(Role.values())
                .map(Role::id)
                .filter(role -> Arrays.stream(NodeKind.values())
                        .anyMatch(kind -> atMost(Level.PROJECT, kind).contains(role)))
                .toList();
    }

    /** Of grants on a feature set, those that presuppose the same on its project. */
    List<String> presupposing(Role onProject, WorkspaceSettings settings) {
        Predicate<Role> presupposes = role -> role.presupposedOnProject() == onProject;
        return RoleSets.of(presupposes.and(role -> permits(role, NodeKind.FEATURE_SET, settings)));
    }

    private boolean permits(Role role, NodeKind kind, WorkspaceSettings settings) {
        Set<Action> actions = role.actionsOn(kind, settings);
        return action.map(actions::contains).orElse(!actions.isEmpty());
    }
}
