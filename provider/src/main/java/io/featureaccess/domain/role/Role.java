package io.featureaccess.domain.role;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A named set of actions, weakest first.
 *
 * <pre>owner ⊃ editor ⊃ { operator ⊃ viewer ; sensitive-consumer ⊃ consumer ⊃ { viewer ; data-reader } }</pre>
 *
 * The roles are those of Tecton's workspaces and H2O Feature Store's projects together; {@code data-reader} is Tecton's
 * older "Read Data without Read Config": data can be shared while definitions stay private.
 */
public enum Role {
    DATA_READER("data-reader"),
    VIEWER("viewer"),
    OPERATOR("operator", VIEWER),
    CONSUMER("consumer", VIEWER, DATA_READER),
    SENSITIVE_CONSUMER("sensitive-consumer", CONSUMER),
    EDITOR("editor", OPERATOR, SENSITIVE_CONSUMER),
    OWNER("owner", EDITOR);

    /** The order in which roles are listed, and by which one of several is shown. */
    public static final Comparator<Role> STRONGEST_FIRST = Comparator.reverseOrder();

    private final String id;
    private final Set<Role> contained;

    Role(String id, Role... directlyContained) {
        this.id = id;
        Set<Role> all = new HashSet<>();
        for (Role role : directlyContained) {
            all.add(role);
            all.addAll(role.contained);
        }
        this.contained = Set.copyOf(all);
    }

    /** The role as it is written in JSON. */
    public String id() {
        return id;
    }

    /** Whether whoever holds this role may do all that the other allows. */
    public boolean implies(Role other) {
        return this == other || contained.contains(other);
    }

    /** What this role allows on a node of that kind, in a workspace with these settings. */
    public Set<Action> actionsOn(NodeKind kind, WorkspaceSettings settings) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (action.appliesTo(kind) && allows(action, settings)) {
                actions.add(action);
            }
        }
        return actions;
    }

    /** What this role allows on a node of that kind where no setting adds to it. */
    public Set<Action> actionsOn(NodeKind kind) {
        return actionsOn(kind, WorkspaceSettings.DEFAULT);
    }

    /**
     * Whose actions on the project a grant of this role on one of its feature sets presupposes; without them it sleeps. H2O
     * Feature Store asks for consumer; a role that does not contain consumer asks for no more than it gives itself.
     */
    public Role presupposedOnProject() {
        return switch (this) {
            case OWNER, EDITOR, SENSITIVE_CONSUMER, CONSUMER -> CONSUMER;
            case OPERATOR, VIEWER -> VIEWER;
            case DATA_READER -> DATA_READER;
        };
    }

    private boolean allows(Action action, WorkspaceSettings settings) {
        return implies(action.smallestRole())
                || action == Action.READ_OFFLINE && settings.viewersReadOffline() && implies(VIEWER);
    }

    /** @throws DomainProblem {@code unknown-role}, naming the roles there are */
    public static Role parse(String text) {
        return Arrays.stream(values())
                .filter(role -> role.id.equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.unknownRole(text, ids()));
    }

    /** All roles as written in JSON, strongest first. */
    public static List<String> ids() {
        return Arrays.stream(values()).sorted(STRONGEST_FIRST).map(Role::id).toList();
    }
}
