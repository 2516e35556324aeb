package io.featureaccess.keycloak.policy;

import io.featureaccess.domain.decision.PermittedActions;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import io.featureaccess.keycloak.spi.DecisionMemo;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.IdentityPrincipals;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.authorization.Decision.Effect;
import org.keycloak.authorization.model.Resource;
import org.keycloak.authorization.model.Scope;
import org.keycloak.authorization.permission.ResourcePermission;
import org.keycloak.authorization.policy.evaluation.Evaluation;
import org.keycloak.authorization.policy.provider.PolicyProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Permits exactly the permitted actions: it takes the others out of the permission under evaluation, which Keycloak reads
 * again afterwards. Nothing left is a denial; so is whatever is not a node, and any failure.
 */
final class FeatureAccessPolicy implements PolicyProvider {

    private static final Logger LOG = Logger.getLogger(FeatureAccessPolicy.class);

    @Override
    public void evaluate(Evaluation evaluation) {
        Effect effect = Effect.DENY;
        try {
            effect = narrow(evaluation);
        } catch (RuntimeException failure) {
            LOG.error("Cannot decide about feature access, so it is denied", failure);
        }
        // Not grant() and deny(), which change places on a policy whose logic was made negative in the database.
        evaluation.setEffect(effect);
    }

    private static Effect narrow(Evaluation evaluation) {
        ResourcePermission permission = evaluation.getPermission();
        Resource resource = permission.getResource();
        if (resource == null
                || isTypeResource(resource)
                || permission.getScopes().isEmpty()) {
            return Effect.DENY;
        }
        Set<String> permitted = permitted(evaluation, new NodeId(resource.getId()));
        Collection<Scope> scopes = permission.getScopes();
        List<Scope> denied = scopes.stream()
                .filter(scope -> !permitted.contains(scope.getName()))
                .toList();
        if (denied.size() == scopes.size()) {
            return Effect.DENY;
        }
        if (!denied.isEmpty()) {
            scopes.removeAll(denied);
        }
        return Effect.PERMIT;
    }

    /** Type resources carry the actions of a kind; nobody may do anything to a kind. */
    private static boolean isTypeResource(Resource resource) {
        return resource.getOwner().equals(resource.getResourceServer().getClientId());
    }

    private static Set<String> permitted(Evaluation evaluation, NodeId node) {
        KeycloakSession session = evaluation.getAuthorizationProvider().getKeycloakSession();
        String identity = evaluation.getContext().getIdentity().getId();
        return DecisionMemo.of(session, identity)
                .map(memo -> memo.permitted(node))
                .or(() -> IdentityPrincipals.find(session, identity)
                        .map(principal -> decide(session, principal, NodeRef.of(node))))
                .orElse(Set.of())
                .stream()
                .map(Action::id)
                .collect(Collectors.toSet());
    }

    private static Set<Action> decide(KeycloakSession session, PrincipalId principal, NodeRef node) {
        PermittedActions permitted = session.getProvider(FeatureAccessProvider.class)
                .decisions()
                .permitted(principal, Set.of(node))
                .get(node);
        return permitted == null ? Set.of() : permitted.actions();
    }

    @Override
    public void close() {}
}
