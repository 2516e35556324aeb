package io.featureaccess.storage.entity;

import io.featureaccess.domain.serviceaccount.ServiceAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What Keycloak's own tables do not say of a service account. Its id is its user's; it goes with its user and its client. */
@Entity(name = "FeatureAccessServiceAccount")
@Table(name = "FA_SERVICE_ACCOUNT")
public class ServiceAccountEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "CLIENT_ID", length = 36, nullable = false)
    private String clientId;

    @Column(name = "NAME", length = 100, nullable = false)
    private String name;

    @Column(name = "DESCRIPTION", length = 2000, nullable = false)
    private String description;

    @Column(name = "CREATED_BY", length = 36, nullable = false)
    private String createdBy;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "LAST_USED_AT")
    private Long lastUsedAt;

    protected ServiceAccountEntity() {}

    /** @param client the internal id of its client */
    public static ServiceAccountEntity of(String realmId, ServiceAccount account, String client) {
        ServiceAccountEntity entity = new ServiceAccountEntity();
        entity.id = account.id().value();
        entity.realmId = realmId;
        entity.clientId = client;
        entity.createdAt = Micros.of(account.createdAt());
        entity.change(account);
        return entity;
    }

    /** When it was last used is written by its uses alone. */
    public void change(ServiceAccount account) {
        name = account.name();
        description = account.description();
        createdBy = account.creator().id().value();
    }
}
