package io.featureaccess.storage.entity;

import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.principal.Principal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** A row of the record. It refers to nothing but the realm, and so outlives what it tells of. */
@Entity(name = "FeatureAccessAudit")
@Table(name = "FA_AUDIT")
public class AuditEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "WRITTEN_AT", nullable = false)
    private long writtenAt;

    @Column(name = "ACTOR", nullable = false)
    private String actor;

    @Column(name = "ACTOR_ID", nullable = false)
    private String actorId;

    @Column(name = "CHANGE_TYPE", length = 40, nullable = false)
    private String change;

    @Column(name = "NODE_ID", length = 36)
    private String nodeId;

    @Column(name = "NODE_PATH", length = 191)
    private String nodePath;

    @Column(name = "SECRET", nullable = false)
    private boolean secret;

    @Column(name = "PRINCIPAL_ID")
    private String principalId;

    @Column(name = "PRINCIPAL_TYPE", length = 20)
    private String principalType;

    @Column(name = "PRINCIPAL_NAME", length = 4000)
    private String principalName;

    @Column(name = "BEFORE_STATE", length = 1_000_000)
    private String before;

    @Column(name = "AFTER_STATE", length = 1_000_000)
    private String after;

    @Column(name = "REASON", length = 4000)
    private String reason;

    @Column(name = "ADDRESS", nullable = false)
    private String address;

    @Column(name = "HASH", length = 64, nullable = false)
    private String hash;

    protected AuditEntity() {}

    /** @param hash over all that the row says */
    public static AuditEntity of(String realmId, AuditRow row, String hash) {
        AuditEntity entity = new AuditEntity();
        entity.id = row.id();
        entity.realmId = realmId;
        entity.writtenAt = Micros.of(row.at());
        entity.actor = row.actor();
        entity.actorId = row.actorId().value();
        entity.change = row.change().id();
        entity.before = row.before().orElse(null);
        entity.after = row.after().orElse(null);
        entity.reason = row.reason().orElse(null);
        entity.address = row.address();
        entity.hash = hash;
        row.node().ifPresent(entity::setNode);
        entity.setPrincipal(row.principal());
        return entity;
    }

    private void setNode(AuditRow.Subject node) {
        nodeId = node.id().value();
        nodePath = node.path().toString();
        secret = node.secret();
    }

    private void setPrincipal(Optional<Principal> principal) {
        principalId = principal.map(one -> one.id().value()).orElse(null);
        principalType = principal.map(one -> one.type().id()).orElse(null);
        principalName = principal.map(Principal::name).orElse(null);
    }
}
