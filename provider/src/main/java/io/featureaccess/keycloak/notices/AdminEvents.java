package io.featureaccess.keycloak.notices;

import io.featureaccess.application.port.ChangeNotices;
import io.featureaccess.domain.audit.AuditRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderFactory;

/**
 * {@link ChangeNotices} as Keycloak's admin events: stored in the same transaction where the realm stores them, and given to
 * its listeners. No listener can make a change fail.
 */
public final class AdminEvents implements ChangeNotices {

    private static final Logger LOG = Logger.getLogger(AdminEvents.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public AdminEvents(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public void changed(List<AuditRow> rows) {
        EventStoreProvider store = realm.isAdminEventsEnabled() ? session.getProvider(EventStoreProvider.class) : null;
        List<EventListenerProvider> listeners = listeners().toList();
        boolean details = realm.isAdminEventsDetailsEnabled();
        for (AuditRow row : rows) {
            AdminEvent event = AdminEventOf.row(row, realm, session.getContext().getClient());
            if (store != null) {
                store.onEvent(event, details);
            }
            listeners.forEach(listener -> tell(listener, event, details));
        }
    }

    private static void tell(EventListenerProvider listener, AdminEvent event, boolean details) {
        try {
            listener.onEvent(new AdminEvent(event), details);
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure, "The event listener %s failed", listener.getClass().getName());
        }
    }

    private Stream<EventListenerProvider> listeners() {
        Set<String> chosen = new HashSet<>(realm.getEventsListenersStream().toList());
        return session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(EventListenerProvider.class)
                .filter(factory -> chosen.contains(factory.getId()) || isGlobal(factory))
                .map(factory -> session.getProvider(EventListenerProvider.class, factory.getId()));
    }

    private static boolean isGlobal(ProviderFactory<?> factory) {
        return factory instanceof EventListenerProviderFactory listener && listener.isGlobal();
    }
}
