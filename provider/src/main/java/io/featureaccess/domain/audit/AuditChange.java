package io.featureaccess.domain.audit;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;

/** The kinds of change that are recorded. */
public enum AuditChange {
    NODE_CREATED("node-created"),
    NODE_UPDATED("node-updated"),
    NODE_DELETED("node-deleted"),
    GRANT_ADDED("grant-added"),
    GRANT_CHANGED("grant-changed"),
    GRANT_REMOVED("grant-removed"),
    GRANT_EXPIRED("grant-expired"),
    REQUEST_MADE("request-made"),
    REQUEST_APPROVED("request-approved"),
    REQUEST_REJECTED("request-rejected"),
    REQUEST_WITHDRAWN("request-withdrawn"),
    /** Nobody answered in time, or who asked is gone. */
    REQUEST_EXPIRED("request-expired"),
    ACCOUNT_TYPE_CHANGED("account-type-changed"),
    SETTINGS_CHANGED("settings-changed"),
    SERVICE_ACCOUNT_CREATED("service-account-created"),
    SERVICE_ACCOUNT_UPDATED("service-account-updated"),
    /** Somebody else answers for it from then on. */
    SERVICE_ACCOUNT_CREATOR_CHANGED("service-account-creator-changed"),
    SERVICE_ACCOUNT_ACTIVATED("service-account-activated"),
    SERVICE_ACCOUNT_DEACTIVATED("service-account-deactivated"),
    SERVICE_ACCOUNT_DELETED("service-account-deleted"),
    API_KEY_CREATED("api-key-created"),
    API_KEY_ACTIVATED("api-key-activated"),
    API_KEY_DEACTIVATED("api-key-deactivated"),
    API_KEY_DELETED("api-key-deleted"),
    GROUP_CREATED("group-created"),
    /** Renamed, or moved with all below it. */
    GROUP_UPDATED("group-updated"),
    GROUP_DELETED("group-deleted"),
    MEMBER_ADDED("member-added"),
    MEMBER_REMOVED("member-removed"),
    RULES_CHANGED("rules-changed"),
    /** Somebody who logged in gained or lost something by them. */
    RULES_APPLIED("rules-applied"),
    /** Something of them could not be done. */
    RULES_FAILED("rules-failed"),
    USER_INVITED("user-invited"),
    /** Sent once more. */
    INVITATION_SENT("invitation-sent"),
    INVITATION_DELETED("invitation-deleted"),
    USER_UNLOCKED("user-unlocked"),
    USER_REMOVED("user-removed"),
    BREAK_GLASS("break-glass"),
    IMPORTED("imported"),
    RECORD_TRIMMED("record-trimmed"),
    RESOURCE_SERVER_MENDED("resource-server-mended"),
    NOTIFICATIONS_CHANGED("notifications-changed"),
    DECISION_DENIED("decision-denied");

    private final String id;

    AuditChange(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** @throws DomainProblem {@code malformed-value}, naming the changes there are */
    public static AuditChange parse(String text) {
        return Arrays.stream(values())
                .filter(change -> change.id.equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf("change", text, ids()));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(AuditChange::id).toList();
    }
}
