package io.featureaccess.keycloak.resources;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;

/**
 * Somebody removed an instance through Keycloak, in its console or its protection API, where we do not: the node may still
 * be there. Published after the commit.
 *
 * @param server the id of the resource server, which is also the client's
 */
public record InstanceRemoved(String server) implements ProviderEvent {

    /** Once a session and server, however many are removed. */
    static void publishLater(KeycloakSession session, String server) {
        String mark = InstanceRemoved.class.getName() + "." + server;
        if (session.getAttribute(mark) != null) {
            return;
        }
        session.setAttribute(mark, true);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                session.getKeycloakSessionFactory().publish(new InstanceRemoved(server));
            }

            @Override
            protected void rollbackImpl() {}
        });
    }
}
