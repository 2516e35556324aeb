package io.featureaccess.keycloak.resources;

import io.featureaccess.domain.node.Node;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.keycloak.authorization.jpa.entities.ResourceEntity;
import org.keycloak.authorization.store.PolicyStore;

/** Keycloak's table of resources, by statements over sets of rows. */
final class ResourceRows {

    /** Ids in one statement, and rows in one batch. */
    private static final int CHUNK = 500;

    private static final String NAMED =
            "select r.id from ResourceEntity r where r.resourceServer = :server and r.owner = :owner and r.name in :names";

    private final EntityManager entities;
    private final PolicyStore policies;

    ResourceRows(EntityManager entities, PolicyStore policies) {
        this.entities = entities;
        this.policies = policies;
    }

    /** The ids of the owner's resources with one of these names. */
    List<String> named(NodeOwner owner, List<String> names) {
        List<String> found = new ArrayList<>();
        for (List<String> chunk : chunks(names)) {
            found.addAll(entities.createQuery(NAMED, String.class)
                    .setParameter("server", owner.server())
                    .setParameter("owner", owner.account())
                    .setParameter("names", chunk)
                    .getResultList());
        }
        return found;
    }

    /** The names of those of the resources that exist, by id. */
    List<Object[]> namesById(List<String> ids) {
        return entities.createQuery("select r.id, r.name from ResourceEntity r where r.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList();
    }

    void insert(NodeOwner owner, List<Node> nodes) {
        Session session = entities.unwrap(Session.class);
        Integer usual = session.getJdbcBatchSize();
        session.setJdbcBatchSize(CHUNK);
        try {
            for (List<Node> chunk : chunks(nodes)) {
                List<ResourceEntity> rows =
                        chunk.stream().map(node -> row(owner, node)).toList();
                rows.forEach(entities::persist);
                entities.flush();
                rows.forEach(entities::detach);
            }
        } finally {
            session.setJdbcBatchSize(usual);
        }
    }

    private static ResourceEntity row(NodeOwner owner, Node node) {
        ResourceEntity row = new ResourceEntity();
        row.setId(node.id().value());
        row.setName(node.path().toString());
        row.setType(node.kind().id());
        row.setResourceServer(owner.server());
        row.setOwner(owner.account());
        row.setOwnerManagedAccess(false);
        return row;
    }

    /** @return how many things hung on the resources: tickets, policies, attributes */
    int delete(List<String> ids) {
        int hanging = 0;
        for (List<String> chunk : chunks(ids)) {
            hanging += run(Removal.of(entities, chunk));
        }
        return hanging;
    }

    /** All resources of the account there. */
    void deleteAll(NodeOwner owner) {
        run(Removal.of(entities, owner));
    }

    private int run(Removal removal) {
        removal.policiesLeftWithoutResource().forEach(policies::delete);
        return removal.run();
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
