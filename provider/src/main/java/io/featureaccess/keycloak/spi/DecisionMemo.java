package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.role.Action;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;

/**
 * What this request has just decided about one identity, so that Keycloak's own evaluation of the same permissions need
 * not ask the database again. While it is there, nothing else is permitted to that identity. It never outlives the
 * request, and whoever writes it removes it.
 */
public final class DecisionMemo {

    private static final String ATTRIBUTE = DecisionMemo.class.getName();

    private final String identity;
    private final Map<NodeId, Set<Action>> permitted;

    private DecisionMemo(String identity, Map<NodeId, Set<Action>> permitted) {
        this.identity = identity;
        this.permitted = Map.copyOf(permitted);
    }

    /** @param identity the id as Keycloak's evaluation knows it */
    public static void remember(KeycloakSession session, String identity, Map<NodeId, Set<Action>> permitted) {
        session.setAttribute(ATTRIBUTE, new DecisionMemo(identity, permitted));
    }

    public static void forget(KeycloakSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /** Empty where this request has decided nothing about that identity. */
    public static Optional<DecisionMemo> of(KeycloakSession session, String identity) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, DecisionMemo.class))
                .filter(memo -> memo.identity.equals(identity));
    }

    /** Empty for a node about which nothing was decided. */
    public Set<Action> permitted(NodeId node) {
        return permitted.getOrDefault(node, Set.of());
    }
}
