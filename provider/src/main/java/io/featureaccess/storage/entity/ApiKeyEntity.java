package io.featureaccess.storage.entity;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.KeyHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An API key without its secret, of which there is a salted hash. It goes with its account. */
@Entity(name = "FeatureAccessApiKey")
@Table(name = "FA_API_KEY")
public class ApiKeyEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "ACCOUNT_ID", length = 36, nullable = false)
    private String accountId;

    @Column(name = "NAME", length = 100, nullable = false)
    private String name;

    @Column(name = "SALT", length = 32, nullable = false)
    private String salt;

    @Column(name = "HASH", length = 64, nullable = false)
    private String hash;

    @Column(name = "ENABLED", nullable = false)
    private boolean enabled;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    @Column(name = "LAST_USED_AT")
    private Long lastUsedAt;

    protected ApiKeyEntity() {}

    public static ApiKeyEntity of(String realmId, PrincipalId account, ApiKey key, KeyHash hash) {
        ApiKeyEntity entity = new ApiKeyEntity();
        entity.id = key.id().value();
        entity.realmId = realmId;
        entity.accountId = account.value();
        entity.name = key.name();
        entity.salt = hash.salt();
        entity.hash = hash.hash();
        entity.enabled = key.enabled();
        entity.createdAt = Micros.of(key.createdAt());
        entity.expiresAt = key.expiresAt().map(Micros::of).orElse(null);
        return entity;
    }
}
