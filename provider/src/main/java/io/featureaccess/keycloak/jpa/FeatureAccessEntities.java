package io.featureaccess.keycloak.jpa;

import io.featureaccess.storage.Tables;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Our entities, and the changelog that makes their tables. */
final class FeatureAccessEntities implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return Tables.ENTITIES;
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
