package io.featureaccess.storage.entity;

import io.featureaccess.domain.audit.Seal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A seal over rows of the record. */
@Entity(name = "FeatureAccessAuditSeal")
@Table(name = "FA_AUDIT_SEAL")
@IdClass(SealEntity.Key.class)
public class SealEntity {

    /** A realm's seals are numbered. */
    public record Key(String realmId, long number) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    @Id
    @Column(name = "SEAL_NO")
    private long number;

    @Column(name = "PREVIOUS_HASH", length = 64)
    private String previous;

    @Column(name = "HASH", length = 64, nullable = false)
    private String hash;

    @Column(name = "ROW_COUNT", nullable = false)
    private int rows;

    @Column(name = "SEALED_AT", nullable = false)
    private long sealedAt;

    @Column(name = "NEWEST_AT", nullable = false)
    private long newestAt;

    protected SealEntity() {}

    public static SealEntity of(String realmId, Seal seal) {
        SealEntity entity = new SealEntity();
        entity.realmId = realmId;
        entity.number = seal.number();
        entity.previous = seal.previous().equals(Seal.NONE) ? null : seal.previous();
        entity.hash = seal.hash();
        entity.rows = seal.rows();
        entity.sealedAt = Micros.of(seal.sealedAt());
        entity.newestAt = Micros.of(seal.newest());
        return entity;
    }
}
