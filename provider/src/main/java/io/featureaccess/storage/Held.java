package io.featureaccess.storage;

import io.featureaccess.storage.entity.Micros;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Conditions on where one principal holds roles that have not expired, over the grants of its carriers. The carriers come as
 * parameters, from a statement before: H2 keeps the answers of subqueries as long as their own parameters are the same, and
 * does not see those of a common table expression that they read.
 */
final class Held {

    private static final String TARGETS = "SELECT held.TARGET FROM FA_GRANT held WHERE " + Sql.inRealm("held")
            + " AND held.PRINCIPAL_ID = ANY (:carriers) AND held.ROLE = ANY (:%s)"
            + " AND (held.EXPIRES_AT IS NULL OR held.EXPIRES_AT > :at)";

    /** Carriers are joined, since H2 looks no list up in an index of two columns. */
    private static final String TARGETS_OF_KIND =
            "SELECT held.TARGET FROM UNNEST(CAST(:carriers AS VARCHAR(36) ARRAY)) AS carrier (ID) JOIN FA_GRANT held"
                    + " ON held.PRINCIPAL_ID = carrier.ID AND held.TARGET_KIND = '%2$s' WHERE " + Sql.inRealm("held")
                    + " AND held.ROLE = ANY (:%1$s) AND (held.EXPIRES_AT IS NULL OR held.EXPIRES_AT > :at)";

    private Held() {}

    /**
     * Whether one of the roles is held at one of the places.
     *
     * @param roles the name of the parameter with the roles
     * @param places expressions for targets
     */
    static String at(String roles, List<String> places) {
        String targets = TARGETS.formatted(roles);
        return places.stream()
                .map(place -> place + " IN (" + targets + ")")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Nodes of one kind on which one of the roles is held, to look things up by: each is one entry of an index. */
    static String targets(String roles, String kind) {
        return "ANY (" + targetsAsArray(roles, kind) + ")";
    }

    /** The same as an array, to be joined where more than the target is looked up: H2 looks up no list together with a range. */
    static String targetsAsArray(String roles, String kind) {
        return "ARRAY(" + TARGETS.formatted(roles) + " AND held.TARGET_KIND = '" + kind + "')";
    }

    /** The same for whom very many roles may be held on nodes of another kind: those are not gone through. */
    static String targetsOfKindAsArray(String roles, String kind) {
        return "ARRAY(" + TARGETS_OF_KIND.formatted(roles, kind) + ")";
    }

    /**
     * A query for so many of them at most. PostgreSQL has to see whose they are, or it would note all of somebody who holds
     * very many before it takes the first.
     */
    static String someTargets(Sql sql, String roles, String kind, int most) {
        String targets = sql.isH2()
                ? TARGETS_OF_KIND.formatted(roles, kind)
                : TARGETS.formatted(roles) + " AND held.TARGET_KIND = '" + kind + "'";
        return "(" + targets + " FETCH FIRST " + most + " ROWS ONLY)";
    }

    static Statement bind(Statement statement, Collection<String> carriers, Instant at) {
        return statement.withAll("carriers", carriers).with("at", Micros.of(at));
    }
}
