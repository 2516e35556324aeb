package io.featureaccess.keycloak.install;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** What a realm's attributes say about its resource server. */
final class Settings {

    private static final String CLIENT_ATTRIBUTE = "featureAccess.client";
    private static final String DEFAULT_CLIENT = "feature-store";
    private static final String ADMIN_ROLE_ATTRIBUTE = "featureAccess.adminRole";
    private static final String DEFAULT_ADMIN_ROLE = "admin";

    private final RealmModel realm;

    Settings(RealmModel realm) {
        this.realm = realm;
    }

    Optional<ClientModel> client() {
        return Optional.ofNullable(realm.getClientByClientId(clientName()));
    }

    String clientName() {
        return attribute(CLIENT_ATTRIBUTE, DEFAULT_CLIENT);
    }

    void setClientName(String clientId) {
        realm.setAttribute(CLIENT_ATTRIBUTE, clientId);
    }

    String adminRole() {
        return attribute(ADMIN_ROLE_ATTRIBUTE, DEFAULT_ADMIN_ROLE);
    }

    private String attribute(String name, String fallback) {
        String value = realm.getAttribute(name);
        return value == null || value.isBlank() ? fallback : value;
    }
}
