package io.featureaccess.keycloak.resources;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.CacheRealmProvider;

/**
 * Whom the tokens of service accounts are for: the resource server, by the name that its client has now. Written by the set,
 * however many accounts there are; only the mapper that they were made with is changed, and no other that somebody gave them.
 */
public final class AccountAudiences {

    /** Accounts that are taken into memory at once. */
    private static final int BATCH = 1_000;

    private static final String AUDIENCE = "included.client.audience";

    private static final String STALE = """
            select c.ID, c.CLIENT_ID, m.ID from {h-schema}FA_SERVICE_ACCOUNT a
            join {h-schema}CLIENT c on c.ID = a.CLIENT_ID and c.REALM_ID = a.REALM_ID
            join {h-schema}PROTOCOL_MAPPER m on m.CLIENT_ID = c.ID and m.NAME = :mapper
            join {h-schema}PROTOCOL_MAPPER_CONFIG v on v.PROTOCOL_MAPPER_ID = m.ID and v.NAME = :audience
            where a.REALM_ID = :realm and cast(v.VALUE as varchar(255)) <> :server
            """;

    private static final String WRITE = """
            update {h-schema}PROTOCOL_MAPPER_CONFIG set VALUE = :server
            where NAME = :audience and PROTOCOL_MAPPER_ID in (:mappers)
            """;

    private final KeycloakSession session;
    private final EntityManager entities;
    private final String mapper;

    /** @param mapper the name of the mapper that accounts are made with */
    public AccountAudiences(KeycloakSession session, String mapper) {
        this.session = session;
        this.mapper = mapper;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * @param server the client id of the resource server
     * @return how many accounts had another
     */
    public int agreeWith(String realm, String server) {
        int mended = 0;
        for (List<Object[]> stale = stale(realm, server); !stale.isEmpty(); stale = stale(realm, server)) {
            write(server, stale.stream().map(row -> (String) row[2]).toList());
            stale.forEach(row -> session.getProvider(CacheRealmProvider.class)
                    .registerClientInvalidation((String) row[0], (String) row[1], realm));
            mended += stale.size();
        }
        return mended;
    }

    /** At most {@value #BATCH} of them: asked again after they are written, until there are none. */
    @SuppressWarnings("unchecked")
    private List<Object[]> stale(String realm, String server) {
        return entities.createNativeQuery(STALE)
                .setParameter("mapper", mapper)
                .setParameter("audience", AUDIENCE)
                .setParameter("realm", realm)
                .setParameter("server", server)
                .setMaxResults(BATCH)
                .getResultList();
    }

    private void write(String server, List<String> mappers) {
        entities.createNativeQuery(WRITE)
                .setParameter("server", server)
                .setParameter("audience", AUDIENCE)
                .setParameter("mappers", mappers)
                .executeUpdate();
    }
}
