package io.featureaccess.storage;

import io.featureaccess.domain.principal.PrincipalId;
import java.util.Collection;
import java.util.List;

/**
 * Principals asked about, as a piece of a statement. A single one, which is the ordinary case, is a plain parameter: of an
 * array PostgreSQL does not know how long it will be, so that it would plan each execution anew, which takes several times as
 * long as the execution.
 */
record AskedPrincipals(List<String> ids) {

    AskedPrincipals {
        ids = List.copyOf(ids);
    }

    static AskedPrincipals of(Collection<PrincipalId> principals) {
        return new AskedPrincipals(
                principals.stream().map(PrincipalId::value).distinct().toList());
    }

    boolean single() {
        return ids.size() == 1;
    }

    /** A table {@code p (ID)}. */
    String table() {
        return single()
                ? "(SELECT CAST(:principal AS VARCHAR(36)) AS ID) p"
                : "UNNEST(CAST(:principals AS VARCHAR(36) ARRAY)) AS p (ID)";
    }

    /** The condition that a column is one of them. */
    String among(String column) {
        return column + (single() ? " = :principal" : " = ANY (:principals)");
    }

    Statement bind(Statement statement) {
        return single() ? statement.with("principal", ids.get(0)) : statement.withAll("principals", ids);
    }
}
