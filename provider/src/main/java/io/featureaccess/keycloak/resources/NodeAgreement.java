package io.featureaccess.keycloak.resources;

import io.featureaccess.domain.node.NodeKind;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.dialect.PostgreSQLDialect;

/** Compares Keycloak's table of resources with our table of nodes, inside the database. */
final class NodeAgreement {

    /** Ids that are taken into memory at once. */
    private static final int BATCH = 5_000;

    /** Rows with a node's id that say something else, then rows that pretend to be a node or have the name of one. */
    private static final String WRONG_ROWS = """
            select r.ID from {h-schema}RESOURCE_SERVER_RESOURCE r
            join {h-schema}FA_NODE n on n.ID = r.ID and n.REALM_ID = :realm
            where r.RESOURCE_SERVER_ID <> :server or r.OWNER <> :owner or r.OWNER_MANAGED_ACCESS = true
               or r.TYPE is null or r.TYPE <> n.KIND or %1$s <> n.PATH
            union all
            select r.ID from {h-schema}RESOURCE_SERVER_RESOURCE r
            where r.RESOURCE_SERVER_ID = :server and r.OWNER = :owner
              and not exists (select 1 from {h-schema}FA_NODE n where n.ID = r.ID and n.REALM_ID = :realm)
              and (r.TYPE in (:kinds)
                   or exists (select 1 from {h-schema}FA_NODE n where n.REALM_ID = :realm and n.PATH = %1$s))
            """;

    private static final String WRITE_MISSING = """
            insert into {h-schema}RESOURCE_SERVER_RESOURCE
                (ID, NAME, TYPE, OWNER, RESOURCE_SERVER_ID, OWNER_MANAGED_ACCESS)
            select n.ID, n.PATH, n.KIND, cast(:owner as varchar(255)), cast(:server as varchar(36)), false
            from {h-schema}FA_NODE n
            where n.REALM_ID = :realm
              and not exists (select 1 from {h-schema}RESOURCE_SERVER_RESOURCE r where r.ID = n.ID)
            """;

    private final EntityManager entities;
    private final NodeOwner owner;

    NodeAgreement(EntityManager entities, NodeOwner owner) {
        this.entities = entities;
        this.owner = owner;
    }

    /** At most {@value #BATCH} of them: asked again after they are deleted, until there are none. */
    @SuppressWarnings("unchecked")
    List<String> wrongRows(String realmId) {
        return entities.createNativeQuery(WRONG_ROWS.formatted(nameByCharacters()))
                .setParameter("realm", realmId)
                .setParameter("server", owner.server())
                .setParameter("owner", owner.account())
                .setParameter("kinds", NodeKind.ids())
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** @return how many */
    int writeMissing(String realmId) {
        return entities.createNativeQuery(WRITE_MISSING)
                .setParameter("realm", realmId)
                .setParameter("server", owner.server())
                .setParameter("owner", owner.account())
                .executeUpdate();
    }

    /** Our paths are ordered by their characters; PostgreSQL compares them with Keycloak's names only in one order. */
    private String nameByCharacters() {
        boolean postgres = entities.unwrap(Session.class)
                        .getFactory()
                        .unwrap(org.hibernate.engine.spi.SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof PostgreSQLDialect;
        return postgres ? "r.NAME collate \"C\"" : "r.NAME";
    }
}
