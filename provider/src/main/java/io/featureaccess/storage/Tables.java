package io.featureaccess.storage;

import io.featureaccess.storage.entity.AuditEntity;
import io.featureaccess.storage.entity.GrantEntity;
import io.featureaccess.storage.entity.NodeEntity;
import io.featureaccess.storage.entity.RealmEntity;
import java.util.List;

/** What the server has to know of, to make the tables and to write them. */
public final class Tables {

    public static final String CHANGELOG = "META-INF/feature-access-changelog.xml";

    public static final List<Class<?>> ENTITIES =
            List.of(NodeEntity.class, GrantEntity.class, RealmEntity.class, AuditEntity.class);

    private Tables() {}
}
