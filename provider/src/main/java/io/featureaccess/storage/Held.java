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

    /** Of a grant {@code held}: that it is one of the carriers', and has not expired. */
    static final String COUNTS = Sql.notByRealm("held")
            + " AND held.PRINCIPAL_ID = ANY (:carriers) AND (held.EXPIRES_AT IS NULL OR held.EXPIRES_AT > :at)";

    private static final String TARGETS =
            "SELECT held.TARGET FROM FA_GRANT held WHERE " + COUNTS + " AND held.ROLE = ANY (:%s)";

    private static final String OF_KIND = TARGETS + " AND held.TARGET_KIND = '%s'";

    /** Carriers are joined, since H2 looks no list up in an index of two columns. */
    private static final String OF_KIND_ON_H2 =
            "SELECT held.TARGET FROM UNNEST(CAST(:carriers AS VARCHAR(36) ARRAY)) AS carrier (ID) JOIN FA_GRANT held"
                    + " ON held.PRINCIPAL_ID = carrier.ID AND held.TARGET_KIND = '%2$s' WHERE " + Sql.notByRealm("held")
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
        return "ANY (ARRAY(" + OF_KIND.formatted(roles, kind) + "))";
    }

    /**
     * The same as an array, to be joined where more than the target is looked up: H2 looks up no list together with a range.
     * PostgreSQL has to see whose they are: of carriers that are joined it would expect what the one holds that holds most, and
     * read the grants of all.
     */
    static String targetsAsArray(boolean h2, String roles, String kind) {
        return "ARRAY(" + ofKind(h2, roles, kind) + ")";
    }

    /** A query for so many of them at most. */
    static String someTargets(boolean h2, String roles, String kind, int most) {
        return "(" + ofKind(h2, roles, kind) + " FETCH FIRST " + most + " ROWS ONLY)";
    }

    private static String ofKind(boolean h2, String roles, String kind) {
        return (h2 ? OF_KIND_ON_H2 : OF_KIND).formatted(roles, kind);
    }

    static Statement bind(Statement statement, Collection<String> carriers, Instant at) {
        return statement.withAll("carriers", carriers).with("at", Micros.of(at));
    }
}
