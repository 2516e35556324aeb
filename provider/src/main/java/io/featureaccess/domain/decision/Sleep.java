package io.featureaccess.domain.decision;

/** Why a role that is held does not count. */
public enum Sleep {
    EXPIRED("expired"),
    /** The node or its project is secret, and this role does not make its holder an owner there. */
    SECRET("secret"),
    /** A grant on a feature set whose holder has no sufficient role on the project. */
    PROJECT_ROLE_REQUIRED("project-role-required"),
    DISABLED("disabled");

    private final String id;

    Sleep(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
