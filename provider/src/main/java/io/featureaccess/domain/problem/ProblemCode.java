package io.featureaccess.domain.problem;

/** The stable code of a problem, for programs; the wording beside it is for people and may change. */
public enum ProblemCode {
    /** A value is not well-formed, too long, or not one of those allowed. */
    MALFORMED_VALUE("malformed-value"),
    UNKNOWN_FIELD("unknown-field"),
    MISSING_FIELD("missing-field"),
    /** A field that is set once and for all, as a node's name. */
    IMMUTABLE_FIELD("immutable-field"),
    UNKNOWN_ROLE("unknown-role"),
    UNKNOWN_ACTION("unknown-action"),
    UNKNOWN_PRINCIPAL("unknown-principal"),
    REASON_REQUIRED("reason-required"),
    /** An end that is not in the future. */
    EXPIRY_IN_PAST("expiry-in-past"),
    TOO_MANY("too-many"),
    /** No node by that name or id, or none for the one who asks. */
    NO_SUCH_NODE("no-such-node"),
    /** Nothing else by that id, or nothing for the one who asks. */
    NOT_FOUND("not-found"),
    /** The caller sees the thing, and may not do this to it. */
    FORBIDDEN("forbidden"),
    /** The change would make somebody owner of a secret node, and needs a break-glass reason. */
    BREAK_GLASS_REQUIRED("break-glass-required"),
    NAME_TAKEN("name-taken"),
    NOT_EMPTY("not-empty"),
    /** A service account is deactivated before it is deleted. */
    STILL_ACTIVE("still-active"),
    /** The creator has as many service accounts as the realm allows. */
    QUOTA_EXCEEDED("quota-exceeded"),
    LAST_OWNER("last-owner"),
    PROJECT_ROLE_REQUIRED("project-role-required"),
    /** The request was answered, withdrawn, or has lapsed. */
    NOT_PENDING("not-pending"),
    /** The permission was never granted, or has ended. */
    NOT_GRANTED("not-granted"),
    /** The asker has all that the role allows, until the end they ask for. */
    ALREADY_GRANTED("already-granted"),
    /** One's own request, or that of a service account of one's own, is for others to answer. */
    OWN_REQUEST("own-request"),
    /** A locked workspace, whose roles its owners give unasked. */
    NOT_REQUESTABLE("not-requestable"),
    /** The realm would have nobody left who is an enabled admin. */
    LAST_ADMIN("last-admin"),
    /** The admin role comes from a group or another role, and has to be taken there. */
    ADMIN_BY_GROUP("admin-by-group"),
    /** A group cannot lie in itself, or below itself. */
    CYCLIC_GROUP("cyclic-group"),
    /** Nobody removes themself. */
    OWN_ACCOUNT("own-account"),
    /** Failed logins do not keep the user out. */
    NOT_LOCKED("not-locked"),
    /** There is no invitation that is still open. */
    NOT_INVITED("not-invited"),
    AMBIGUOUS_PRINCIPAL("ambiguous-principal"),
    PRINCIPAL_MISMATCH("principal-mismatch"),
    /** Import: a line's place in the file is not the one that the order of lines gives it. */
    WRONG_ORDER("wrong-order"),
    /** Import: the same node, or the same grant, on two lines. */
    DUPLICATE("duplicate"),
    /** Import: a node without a line for what lies above it. */
    MISSING_PARENT("missing-parent"),
    /** Import: the file's end is missing, or counts other lines than came. */
    TRUNCATED("truncated"),
    /** Somebody else changed the same thing meanwhile; reading it again and repeating helps. */
    CHANGED_MEANWHILE("changed-meanwhile");

    private final String id;

    ProblemCode(String id) {
        this.id = id;
    }

    /** The code as it is written in JSON. */
    public String id() {
        return id;
    }
}
