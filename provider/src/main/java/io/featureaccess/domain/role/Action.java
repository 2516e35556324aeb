package io.featureaccess.domain.role;

import static io.featureaccess.domain.node.NodeKind.FEATURE_SET;
import static io.featureaccess.domain.node.NodeKind.PROJECT;
import static io.featureaccess.domain.node.NodeKind.WORKSPACE;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be done to a node. This is the table of actions: the smallest role that allows each, and the kinds of node
 * it applies to. Each action is a scope of the resource server.
 */
public enum Action {
    /** Definitions, metadata, health, listing. */
    VIEW("view", Role.VIEWER, WORKSPACE, PROJECT, FEATURE_SET),
    /** Who holds what. */
    VIEW_ACCESS("view-access", Role.VIEWER, WORKSPACE, PROJECT, FEATURE_SET),
    PLAN("plan", Role.VIEWER, WORKSPACE),
    RESTORE("restore", Role.VIEWER, WORKSPACE),
    /** Feature values, without sensitive features. */
    READ_ONLINE("read-online", Role.DATA_READER, WORKSPACE, PROJECT, FEATURE_SET),
    READ_OFFLINE("read-offline", Role.DATA_READER, WORKSPACE, PROJECT, FEATURE_SET),
    /** Values of features marked sensitive. */
    READ_SENSITIVE("read-sensitive", Role.SENSITIVE_CONSUMER, WORKSPACE, PROJECT, FEATURE_SET),
    TRIGGER_JOBS("trigger-jobs", Role.OPERATOR, WORKSPACE, PROJECT, FEATURE_SET),
    /** Cancel, retry, overwrite materialization. */
    MANAGE_JOBS("manage-jobs", Role.OPERATOR, WORKSPACE, PROJECT, FEATURE_SET),
    APPLY("apply", Role.EDITOR, WORKSPACE),
    MANAGE_DATASETS("manage-datasets", Role.EDITOR, WORKSPACE, PROJECT, FEATURE_SET),
    INGEST("ingest", Role.EDITOR, WORKSPACE, PROJECT, FEATURE_SET),
    DELETE_KEYS("delete-keys", Role.EDITOR, WORKSPACE, PROJECT, FEATURE_SET),
    /** Display name and description. */
    UPDATE("update", Role.EDITOR, WORKSPACE, PROJECT, FEATURE_SET),
    CREATE_PROJECT("create-project", Role.EDITOR, WORKSPACE),
    REGISTER_FEATURE_SET("register-feature-set", Role.EDITOR, PROJECT),
    READ_SECRETS("read-secrets", Role.EDITOR, WORKSPACE),
    SUPPRESS_RECREATES("suppress-recreates", Role.OWNER, WORKSPACE),
    MANAGE_SECRETS("manage-secrets", Role.OWNER, WORKSPACE),
    /** Grant, revoke, answer requests; change secret, locked, sensitive features, settings. */
    MANAGE_ACCESS("manage-access", Role.OWNER, WORKSPACE, PROJECT, FEATURE_SET),
    DELETE("delete", Role.OWNER, WORKSPACE, PROJECT, FEATURE_SET);

    private final String id;
    private final Role smallestRole;
    private final Set<NodeKind> kinds;

    Action(String id, Role smallestRole, NodeKind... kinds) {
        this.id = id;
        this.smallestRole = smallestRole;
        this.kinds = Set.of(kinds);
    }

    /** The action as it is written in JSON, and as a scope in tokens. */
    public String id() {
        return id;
    }

    /** The weakest role that allows this action where no setting adds to it. */
    public Role smallestRole() {
        return smallestRole;
    }

    public boolean appliesTo(NodeKind kind) {
        return kinds.contains(kind);
    }

    /** @throws DomainProblem {@code unknown-action}, naming the actions there are */
    public static Action parse(String text) {
        return find(text).orElseThrow(() -> DomainProblem.unknownAction(text, ids()));
    }

    public static Optional<Action> find(String text) {
        return Arrays.stream(values()).filter(action -> action.id.equals(text)).findFirst();
    }

    /** All actions as written in JSON, in the order of the table. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Action::id).toList();
    }
}
