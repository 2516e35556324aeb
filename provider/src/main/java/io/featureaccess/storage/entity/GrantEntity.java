package io.featureaccess.storage.entity;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.Optional;

/**
 * A grant. Target and principal are there twice: once to look them up, once in columns with foreign keys, which take the
 * grant away when the node, user or group goes, whoever deletes it.
 */
@Entity(name = "FeatureAccessGrant")
@Table(name = "FA_GRANT")
public class GrantEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "TARGET", length = 36, nullable = false)
    private String target;

    @Column(name = "TARGET_KIND", length = 16, nullable = false)
    private String targetKind;

    @Column(name = "NODE_ID", length = 36)
    private String nodeId;

    @Column(name = "PRINCIPAL_ID", length = 36, nullable = false)
    private String principalId;

    @Column(name = "USER_ID", length = 36)
    private String userId;

    @Column(name = "GROUP_ID", length = 36)
    private String groupId;

    @Column(name = "ROLE", length = 20, nullable = false)
    private String role;

    @Column(name = "ORIGIN", length = 8, nullable = false)
    private String origin;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    @Column(name = "REASON", length = 4000)
    private String reason;

    @Column(name = "GRANTED_BY", nullable = false)
    private String grantedBy;

    @Column(name = "GRANTED_AT", nullable = false)
    private long grantedAt;

    @Column(name = "END_STAGE", nullable = false)
    private int endStage;

    protected GrantEntity() {}

    /**
     * @param nodeKind the kind of the node; empty for all workspaces
     * @param toGroup whether the principal is a group; otherwise it is a user
     */
    public static GrantEntity of(String realmId, Grant grant, Optional<String> nodeKind, boolean toGroup) {
        GrantEntity entity = new GrantEntity();
        entity.id = grant.id().value();
        entity.realmId = realmId;
        entity.target = target(grant.target());
        entity.targetKind = nodeKind.orElse(GrantTarget.ALL_WORKSPACES_KIND);
        entity.nodeId = grant.target() instanceof GrantTarget.OnNode ? entity.target : null;
        entity.principalId = grant.principal().value();
        entity.userId = toGroup ? null : entity.principalId;
        entity.groupId = toGroup ? entity.principalId : null;
        entity.role = grant.role().id();
        entity.origin = grant.origin().id();
        entity.changeEnd(grant);
        entity.grantedBy = grant.grantedBy().value();
        entity.grantedAt = Micros.of(grant.grantedAt());
        return entity;
    }

    /** Nothing else of a grant ever changes. What was done about an earlier end does not count for a new one. */
    public void changeEnd(Grant changed) {
        Long end = changed.expiresAt().map(Micros::of).orElse(null);
        if (!Objects.equals(end, expiresAt)) {
            endStage = 0;
        }
        expiresAt = end;
        reason = changed.reason().orElse(null);
    }

    public String id() {
        return id;
    }

    /** The target as the table has it: a node's id, or a star, which no id is. */
    public static String target(GrantTarget target) {
        return target instanceof GrantTarget.OnNode on ? on.node().value() : GrantTarget.ALL_WORKSPACES;
    }
}
