package io.featureaccess.domain.principal;

import java.util.Arrays;
import java.util.List;

/** What an account type lets somebody do beside what grants permit on nodes, for screens to offer it. */
public enum Capability {
    CREATE_DEV_WORKSPACE("create-dev-workspace", false),
    CREATE_LIVE_WORKSPACE("create-live-workspace", true),
    CREATE_SERVICE_ACCOUNT("create-service-account", false),
    VIEW_PRINCIPALS("view-principals", false),
    VIEW_ACCOUNT_TYPES("view-account-types", true),
    CHANGE_ACCOUNT_TYPES("change-account-types", true),
    GRANT_ON_ALL_WORKSPACES("grant-on-all-workspaces", true),
    READ_WHOLE_AUDIT("read-whole-audit", true),
    FIND_ORPHANS("find-orphans", true),
    CHANGE_SETTINGS("change-settings", true),
    INVITE_USERS("invite-users", true),
    UNLOCK_USERS("unlock-users", true),
    REMOVE_USERS("remove-users", true),
    MANAGE_GROUPS("manage-groups", true),
    BREAK_GLASS("break-glass", true);

    private final String id;
    private final boolean adminOnly;

    Capability(String id, boolean adminOnly) {
        this.id = id;
        this.adminOnly = adminOnly;
    }

    /** The capability as it is written in JSON. */
    public String id() {
        return id;
    }

    /** A service account makes no others, whatever its account type. */
    public static List<Capability> of(PrincipalType type, boolean admin) {
        return Arrays.stream(values())
                .filter(capability -> admin || !capability.adminOnly)
                .filter(capability -> capability != CREATE_SERVICE_ACCOUNT || type == PrincipalType.USER)
                .toList();
    }
}
