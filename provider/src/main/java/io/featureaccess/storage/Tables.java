package io.featureaccess.storage;

import io.featureaccess.storage.entity.ApiKeyEntity;
import io.featureaccess.storage.entity.AuditEntity;
import io.featureaccess.storage.entity.GrantEntity;
import io.featureaccess.storage.entity.NodeEntity;
import io.featureaccess.storage.entity.OutboxEntity;
import io.featureaccess.storage.entity.PermissionEntity;
import io.featureaccess.storage.entity.RealmEntity;
import io.featureaccess.storage.entity.SealEntity;
import io.featureaccess.storage.entity.ServiceAccountEntity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server has to know of, to make the tables and to write them. */
public final class Tables {

    public static final String CHANGELOG = "META-INF/feature-access-changelog.xml";

    public static final List<Class<?>> ENTITIES = List.of(
            NodeEntity.class,
            GrantEntity.class,
            RealmEntity.class,
            AuditEntity.class,
            OutboxEntity.class,
            SealEntity.class,
            ServiceAccountEntity.class,
            ApiKeyEntity.class,
            PermissionEntity.class);

    /** What Hibernate puts the schema for. */
    static final String SCHEMA = "{h-schema}";

    private static final Pattern TABLE = Pattern.compile(
            "\\b(FROM|JOIN|INTO|UPDATE)\\s+(?=FA_|REALM\\b|REALM_ATTRIBUTE\\b|USER_|CLIENT\\b|CLIENT_ATTRIBUTES|KEYCLOAK_|GROUP_ROLE|"
                    + "COMPOSITE_ROLE|CREDENTIAL\\b|FEDERATED_IDENTITY\\b|IDENTITY_PROVIDER_MAPPER\\b)");

    /** There are few texts, each built from constants. */
    private static final Map<String, String> QUALIFIED = new ConcurrentHashMap<>();

    private Tables() {}

    /** The text with the configured schema before every table's name, where the server has been given one. */
    static String qualified(String text) {
        return QUALIFIED.computeIfAbsent(
                text, key -> TABLE.matcher(key).replaceAll("$1 " + Matcher.quoteReplacement(SCHEMA)));
    }
}
