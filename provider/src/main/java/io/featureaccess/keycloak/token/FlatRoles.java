package io.featureaccess.keycloak.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** Adds role names to what Keycloak has written; nothing that is there is lost, and nothing is there twice. */
final class FlatRoles {

    private static final String RESOURCE_ACCESS = "resource_access";
    private static final String ROLES = "roles";
    private static final String GROUPS = "groups";

    private FlatRoles() {}

    /** Into {@code resource_access.<client>.roles}; no names leave no trace. */
    static void add(IDToken token, String client, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        if (token instanceof AccessToken access) {
            AccessToken.Access ofClient = access.addAccess(client);
            names.forEach(ofClient::addRole);
            return;
        }
        Map<String, Object> clients = copy(token.getOtherClaims().get(RESOURCE_ACCESS));
        Map<String, Object> ofClient = copy(clients.get(client));
        ofClient.put(ROLES, merged(ofClient.get(ROLES), names));
        clients.put(client, ofClient);
        token.getOtherClaims().put(RESOURCE_ACCESS, clients);
    }

    /** Into {@code groups}, where a client expects a list even if a mapper before wrote a single name. */
    static void addToGroups(IDToken token, List<String> names) {
        if (!names.isEmpty()) {
            token.getOtherClaims().put(GROUPS, merged(token.getOtherClaims().get(GROUPS), names));
        }
    }

    private static Map<String, Object> copy(Object claim) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (claim instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }

    private static List<Object> merged(Object there, List<String> names) {
        Set<Object> all = new LinkedHashSet<>();
        if (there instanceof Collection<?> several) {
            all.addAll(several);
        } else if (there != null) {
            all.add(there);
        }
        all.addAll(names);
        return new ArrayList<>(all);
    }
}
