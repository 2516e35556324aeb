package io.featureaccess.keycloak.resources;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;

/**
 * Removes a set of resources with all that hangs on them, by a fixed number of statements. Keycloak loads and removes them
 * one by one, in one persistence context; and no foreign key of its tables cascades.
 */
final class Removal {

    private static final List<String> HANGING_ON_RESOURCES = List.of(
            "RESOURCE_SERVER_PERM_TICKET", "RESOURCE_POLICY", "RESOURCE_ATTRIBUTE", "RESOURCE_URIS", "RESOURCE_SCOPE");

    private static final String LAST_RESOURCE_OF_A_POLICY = """
            select distinct p.POLICY_ID from {h-schema}RESOURCE_POLICY p
            where p.RESOURCE_ID in (%1$s)
              and not exists (select 1 from {h-schema}RESOURCE_POLICY o
                              where o.POLICY_ID = p.POLICY_ID and o.RESOURCE_ID not in (%1$s))
            """;

    private final EntityManager entities;
    private final String ids;
    private final Map<String, ?> parameters;

    /** @param which a condition in SQL on the table of resources, whose alias is {@code r} */
    Removal(EntityManager entities, String which, Map<String, ?> parameters) {
        this.entities = entities;
        this.ids = "select r.ID from {h-schema}RESOURCE_SERVER_RESOURCE r where " + which;
        this.parameters = parameters;
    }

    /** @return how many things hung on the resources */
    int run() {
        int hanging = 0;
        for (String table : HANGING_ON_RESOURCES) {
            hanging += query("delete from {h-schema}" + table + " where RESOURCE_ID in (" + ids + ")")
                    .executeUpdate();
        }
        query("delete from {h-schema}RESOURCE_SERVER_RESOURCE where ID in (" + ids + ")")
                .executeUpdate();
        return hanging;
    }

    /**
     * The policies that would be left without a resource. They must be removed first: one that names scopes and no resource
     * applies to every resource.
     */
    @SuppressWarnings("unchecked")
    List<String> policiesLeftWithoutResource() {
        return query(LAST_RESOURCE_OF_A_POLICY.formatted(ids)).getResultList();
    }

    private Query query(String sql) {
        Query query = entities.createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        return query;
    }
}
