package io.featureaccess.keycloak.resources;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Removes a set of resources with all that hangs on them, by a fixed number of statements. Keycloak loads and removes them
 * one by one, in one persistence context; and no foreign key of its tables cascades.
 */
final class Removal {

    private static final List<String> HANGING_ON_RESOURCES = List.of(
            "RESOURCE_SERVER_PERM_TICKET", "RESOURCE_POLICY", "RESOURCE_ATTRIBUTE", "RESOURCE_URIS", "RESOURCE_SCOPE");

    private static final String HANGING_ON_THE_SET =
            "exists (select 1 from {h-schema}RESOURCE_SERVER_RESOURCE r where r.ID = h.RESOURCE_ID and %s)";

    private final EntityManager entities;
    private final String resources;
    private final String hanging;
    private final Map<String, ?> parameters;

    private Removal(EntityManager entities, String resources, String hanging, Map<String, ?> parameters) {
        this.entities = entities;
        this.resources = resources;
        this.hanging = hanging;
        this.parameters = parameters;
    }

    /** Of some thousand resources at most. */
    static Removal of(EntityManager entities, List<String> ids) {
        return new Removal(entities, "r.ID in (:ids)", "h.RESOURCE_ID in (:ids)", Map.of("ids", ids));
    }

    /** Of all that the account owns on the resource server. */
    static Removal of(EntityManager entities, NodeOwner owner) {
        String which = "r.RESOURCE_SERVER_ID = :server and r.OWNER = :owner";
        Map<String, String> parameters = Map.of("server", owner.server(), "owner", owner.account());
        return new Removal(entities, which, HANGING_ON_THE_SET.formatted(which), parameters);
    }

    /** Of all that the resource server does not own itself. */
    static Removal ofInstances(EntityManager entities, String server) {
        String which = "r.RESOURCE_SERVER_ID = :server and r.OWNER <> :server";
        return new Removal(entities, which, HANGING_ON_THE_SET.formatted(which), Map.of("server", server));
    }

    /** @return how many things hung on the resources */
    int run() {
        int hung = 0;
        for (String table : HANGING_ON_RESOURCES) {
            hung += bound("delete from {h-schema}" + table + " h where " + hanging)
                    .executeUpdate();
        }
        bound("delete from {h-schema}RESOURCE_SERVER_RESOURCE r where " + resources)
                .executeUpdate();
        return hung;
    }

    /**
     * The policies that would be left without a resource. They must be removed first: one that names scopes and no resource
     * applies to every resource.
     */
    List<String> policiesLeftWithoutResource() {
        Map<String, Long> touched = counts(bound("select h.POLICY_ID, count(*) from {h-schema}RESOURCE_POLICY h where "
                + hanging + " group by h.POLICY_ID"));
        if (touched.isEmpty()) {
            return List.of();
        }
        Map<String, Long> all = counts(entities.createNativeQuery(
                        "select h.POLICY_ID, count(*) from {h-schema}RESOURCE_POLICY h where h.POLICY_ID in (:policies)"
                                + " group by h.POLICY_ID")
                .setParameter("policies", touched.keySet()));
        return touched.keySet().stream()
                .filter(policy -> touched.get(policy).equals(all.get(policy)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> counts(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    private Query bound(String sql) {
        Query query = entities.createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        return query;
    }
}
