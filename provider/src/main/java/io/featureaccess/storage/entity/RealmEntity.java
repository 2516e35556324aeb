package io.featureaccess.storage.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row a realm, to be locked where a change concerns the realm as a whole. */
@Entity(name = "FeatureAccessRealm")
@Table(name = "FA_REALM")
public class RealmEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId;

    protected RealmEntity() {}

    public static RealmEntity of(String realmId) {
        RealmEntity entity = new RealmEntity();
        entity.realmId = realmId;
        return entity;
    }
}
