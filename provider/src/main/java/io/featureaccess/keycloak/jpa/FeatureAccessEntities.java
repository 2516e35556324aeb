package io.featureaccess.keycloak.jpa;

import io.featureaccess.storage.entity.AuditEntity;
import io.featureaccess.storage.entity.GrantEntity;
import io.featureaccess.storage.entity.NodeEntity;
import io.featureaccess.storage.entity.RealmEntity;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Our entities, and the changelog that makes their tables. */
final class FeatureAccessEntities implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(NodeEntity.class, GrantEntity.class, AuditEntity.class, RealmEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/feature-access-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return FeatureAccessEntitiesFactory.ID;
    }

    @Override
    public void close() {}
}
