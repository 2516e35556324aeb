package io.featureaccess.keycloak.notices;

import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.AuditRow.Subject;
import io.featureaccess.domain.principal.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * An audit row as an admin event. Whoever reads the realm's events need not own its secret nodes: of a change to one, the
 * event has the ids alone, by which its owners find the row.
 */
final class AdminEventOf {

    private AdminEventOf() {}

    /** @param client through which the call came; may be null */
    static AdminEvent row(AuditRow row, RealmModel realm, ClientModel client) {
        AdminEvent event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(row.at().toEpochMilli());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setAuthDetails(actor(row, realm, client));
        event.setResourceTypeAsString(resourceType(row.change()));
        event.setOperationType(operation(row.change()));
        event.setResourcePath(path(row));
        event.setDetails(details(row));
        if (!isSecret(row)) {
            row.after().or(row::before).ifPresent(event::setRepresentation);
        }
        return event;
    }

    private static AuthDetails actor(AuditRow row, RealmModel realm, ClientModel client) {
        AuthDetails actor = new AuthDetails();
        actor.setRealmId(realm.getId());
        actor.setRealmName(realm.getName());
        actor.setUserId(row.actorId().value());
        actor.setIpAddress(row.address());
        actor.setClientId(client == null ? null : client.getId());
        return actor;
    }

    private static String resourceType(AuditChange change) {
        return switch (change) {
            case NODE_CREATED, NODE_UPDATED, NODE_DELETED, BREAK_GLASS, DECISION_DENIED -> "FEATURE_ACCESS_NODE";
            case GRANT_ADDED, GRANT_CHANGED, GRANT_REMOVED, GRANT_EXPIRED -> "FEATURE_ACCESS_GRANT";
            case REQUEST_MADE, REQUEST_APPROVED, REQUEST_REJECTED, REQUEST_WITHDRAWN, REQUEST_EXPIRED ->
                "FEATURE_ACCESS_REQUEST";
            case ACCOUNT_TYPE_CHANGED,
                    NOTIFICATIONS_CHANGED,
                    USER_INVITED,
                    INVITATION_SENT,
                    INVITATION_DELETED,
                    USER_UNLOCKED,
                    USER_REMOVED -> "FEATURE_ACCESS_ACCOUNT";
            case GROUP_CREATED, GROUP_UPDATED, GROUP_DELETED, MEMBER_ADDED, MEMBER_REMOVED -> "FEATURE_ACCESS_GROUP";
            case RULES_CHANGED, RULES_APPLIED, RULES_FAILED -> "FEATURE_ACCESS_RULES";
            case SERVICE_ACCOUNT_CREATED,
                    SERVICE_ACCOUNT_UPDATED,
                    SERVICE_ACCOUNT_CREATOR_CHANGED,
                    SERVICE_ACCOUNT_ACTIVATED,
                    SERVICE_ACCOUNT_DEACTIVATED,
                    SERVICE_ACCOUNT_DELETED -> "FEATURE_ACCESS_SERVICE_ACCOUNT";
            case API_KEY_CREATED, API_KEY_ACTIVATED, API_KEY_DEACTIVATED, API_KEY_DELETED -> "FEATURE_ACCESS_API_KEY";
            case SETTINGS_CHANGED, IMPORTED, RECORD_TRIMMED, RESOURCE_SERVER_MENDED -> "FEATURE_ACCESS";
        };
    }

    private static OperationType operation(AuditChange change) {
        return switch (change) {
            case NODE_CREATED,
                    GRANT_ADDED,
                    REQUEST_MADE,
                    SERVICE_ACCOUNT_CREATED,
                    API_KEY_CREATED,
                    GROUP_CREATED,
                    MEMBER_ADDED,
                    USER_INVITED -> OperationType.CREATE;
            case NODE_UPDATED,
                    GRANT_CHANGED,
                    REQUEST_APPROVED,
                    REQUEST_REJECTED,
                    ACCOUNT_TYPE_CHANGED,
                    NOTIFICATIONS_CHANGED,
                    SETTINGS_CHANGED,
                    SERVICE_ACCOUNT_UPDATED,
                    SERVICE_ACCOUNT_CREATOR_CHANGED,
                    SERVICE_ACCOUNT_ACTIVATED,
                    SERVICE_ACCOUNT_DEACTIVATED,
                    API_KEY_ACTIVATED,
                    API_KEY_DEACTIVATED,
                    GROUP_UPDATED,
                    RULES_CHANGED,
                    RULES_APPLIED,
                    USER_UNLOCKED -> OperationType.UPDATE;
            case NODE_DELETED,
                    GRANT_REMOVED,
                    GRANT_EXPIRED,
                    REQUEST_WITHDRAWN,
                    REQUEST_EXPIRED,
                    SERVICE_ACCOUNT_DELETED,
                    API_KEY_DELETED,
                    GROUP_DELETED,
                    MEMBER_REMOVED,
                    INVITATION_DELETED,
                    USER_REMOVED -> OperationType.DELETE;
            case INVITATION_SENT,
                    BREAK_GLASS,
                    IMPORTED,
                    RECORD_TRIMMED,
                    RESOURCE_SERVER_MENDED,
                    RULES_FAILED,
                    DECISION_DENIED -> OperationType.ACTION;
        };
    }

    private static String path(AuditRow row) {
        return row.node().map(node -> "feature-access/nodes/" + node.id()).orElse("feature-access");
    }

    private static Map<String, String> details(AuditRow row) {
        Map<String, String> details = new HashMap<>();
        details.put("change", row.change().id());
        details.put("audit_row", row.id());
        if (!isSecret(row)) {
            row.node().map(Subject::path).ifPresent(path -> details.put("node", path.toString()));
            row.principal().map(Principal::reference).ifPresent(whom -> details.put("principal", whom));
            row.reason().ifPresent(reason -> details.put("reason", reason));
        }
        return details;
    }

    private static boolean isSecret(AuditRow row) {
        return row.node().map(Subject::secret).orElse(false);
    }
}
