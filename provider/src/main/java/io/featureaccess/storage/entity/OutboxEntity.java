package io.featureaccess.storage.entity;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter that is not sent yet: with a recipient, or still to be addressed. Its id becomes part of its Message-ID. It refers
 * to nothing but the realm: what it names may be gone when it is sent.
 */
@Entity(name = "FeatureAccessOutbox")
@Table(name = "FA_OUTBOX")
public class OutboxEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "KIND", length = 20, nullable = false)
    private String kind;

    @Column(name = "RECIPIENT_ID", length = 255)
    private String recipientId;

    @Column(name = "EXCEPT_ID", length = 255)
    private String exceptId;

    @Column(name = "NODE_ID", length = 36)
    private String nodeId;

    @Column(name = "PRINCIPAL", length = 4000, nullable = false)
    private String principal;

    @Column(name = "ROLE", length = 20)
    private String role;

    @Column(name = "REASON", length = 4000)
    private String reason;

    @Column(name = "ENDS_AT")
    private Long endsAt;

    @Column(name = "OTHERS", nullable = false)
    private int others;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "DUE_AT", nullable = false)
    private long dueAt;

    @Column(name = "ATTEMPTS", nullable = false)
    private int attempts;

    @Column(name = "CLAIM", length = 36)
    private String claim;

    protected OutboxEntity() {}

    /** A notice as it is put, due at once. */
    public static OutboxEntity of(String realmId, Notice notice, Instant now) {
        OutboxEntity entity = new OutboxEntity();
        entity.id = UUID.randomUUID().toString();
        entity.realmId = realmId;
        entity.kind = notice.kind().id();
        if (notice.audience() instanceof Audience.Person person) {
            entity.recipientId = person.id().value();
        } else if (notice.audience() instanceof Audience.Answerers answerers) {
            entity.exceptId = answerers.except().value();
        }
        entity.nodeId = notice.node().map(NodeId::value).orElse(null);
        entity.principal = notice.principal();
        entity.role = notice.role().map(Role::id).orElse(null);
        entity.reason = notice.reason().orElse(null);
        entity.endsAt = notice.endsAt().map(Micros::of).orElse(null);
        entity.createdAt = Micros.of(now);
        entity.dueAt = entity.createdAt;
        return entity;
    }

    /** The same notice as a letter to one person. */
    public static OutboxEntity to(String realmId, PrincipalId recipient, Notice notice, int others, Instant now) {
        OutboxEntity entity = of(realmId, notice, now);
        entity.recipientId = recipient.value();
        entity.exceptId = null;
        entity.others = others;
        return entity;
    }
}
