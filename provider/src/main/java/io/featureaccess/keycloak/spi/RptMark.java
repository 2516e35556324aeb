package io.featureaccess.keycloak.spi;

import org.keycloak.models.KeycloakSession;

/**
 * Says, while a token is made or introspected, that it is an RPT: Keycloak's mappers are shown tokens from which that cannot
 * be seen. It never outlives the request, and whoever sets it removes it.
 */
public final class RptMark {

    private static final String ATTRIBUTE = RptMark.class.getName();

    private RptMark() {}

    public static void set(KeycloakSession session) {
        session.setAttribute(ATTRIBUTE, Boolean.TRUE);
    }

    public static void remove(KeycloakSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    public static boolean isSet(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE) != null;
    }
}
