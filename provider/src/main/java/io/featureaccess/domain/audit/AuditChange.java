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
    ACCOUNT_TYPE_CHANGED("account-type-changed"),
    SETTINGS_CHANGED("settings-changed"),
    BREAK_GLASS("break-glass"),
    IMPORTED("imported"),
    RECORD_TRIMMED("record-trimmed"),
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
