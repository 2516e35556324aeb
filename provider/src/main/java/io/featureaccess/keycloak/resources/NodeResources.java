package io.featureaccess.keycloak.resources;

import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * {@link AuthorizationResources} by rows of Keycloak's own table. Keycloak's store would write them one by one, and with
 * each walk through its whole authorization cache and drop the list of type resources that every decision reads.
 */
public final class NodeResources implements AuthorizationResources {

    /** From here on, emptying the server's part of the cache costs less than dropping entry by entry. */
    private static final int MANY = 200;

    private final NodeOwner owner;
    private final ResourceRows rows;
    private final NodeAgreement agreement;
    private final ResourceCache cache;

    public NodeResources(KeycloakSession session, NodeOwner owner) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.owner = owner;
        this.rows = new ResourceRows(
                entities,
                session.getProvider(AuthorizationProvider.class)
                        .getStoreFactory()
                        .getPolicyStore());
        this.agreement = new NodeAgreement(entities, owner);
        this.cache = new ResourceCache(session);
    }

    /** Whatever else has a node's name and owner goes: the node table is the truth. */
    @Override
    public void add(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        List<String> strays = rows.named(
                owner, nodes.stream().map(node -> node.path().toString()).toList());
        rows.delete(strays);
        rows.insert(owner, nodes);
        if (strays.isEmpty() && nodes.size() < MANY) {
            nodes.forEach(
                    node -> cache.forget(owner, node.id().value(), node.path().toString()));
        } else {
            cache.forgetAll(owner.server());
        }
    }

    @Override
    public void remove(List<NodeId> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        List<String> ids = nodes.stream().map(NodeId::value).toList();
        boolean few = ids.size() < MANY;
        List<Object[]> names = few ? rows.namesById(ids) : List.of();
        int hanging = rows.delete(ids);
        if (few && hanging == 0) {
            names.forEach(row -> cache.forget(owner, (String) row[0], (String) row[1]));
        } else {
            cache.forgetAll(owner.server());
        }
    }

    /** Removes all that the account owns there. */
    void removeAll() {
        rows.deleteAll(owner);
        cache.forgetAll(owner.server());
    }

    /**
     * Makes the rows agree with the realm's nodes, by the set.
     *
     * @return how many nodes had no row, or a wrong one
     */
    public long agreeWithNodes(String realmId) {
        boolean changed = false;
        for (List<String> wrong = agreement.wrongRows(realmId);
                !wrong.isEmpty();
                wrong = agreement.wrongRows(realmId)) {
            rows.delete(wrong);
            changed = true;
        }
        int written = agreement.writeMissing(realmId);
        if (changed || written > 0) {
            cache.forgetAll(owner.server());
        }
        return written;
    }
}
