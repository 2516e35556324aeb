package io.featureaccess.storage;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestFilter;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A principal's own requests and permissions. Nodes that are gone and nodes that are hidden from them are left out alike, so
 * that neither tells of the other.
 */
final class OwnRequests {

    private static final String TEXT = """
            SELECT %s
            FROM FA_PERMISSION r
            LEFT JOIN FA_NODE n ON n.ID = r.NODE_ID AND n.REALM_ID = :realm
            WHERE %s AND r.PRINCIPAL_ID = :principal%s AND %s = ANY (:states)
                AND (r.NODE_ID IS NULL OR n.ID IS NOT NULL AND (NOT %s OR %s))
            ORDER BY r.PRINCIPAL_ID, r.CREATED_AT, r.ID
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    private final Sql sql;
    private final SqlFactsReader facts;

    OwnRequests(Sql sql, SqlFactsReader facts) {
        this.sql = sql;
        this.facts = facts;
    }

    List<AccessRequest> read(PrincipalId principal, RequestFilter filter, PageRequest page, Instant at) {
        LoadedFacts people = facts.load(Set.of(principal), Set.of(), at);
        String text = TEXT.formatted(
                PermissionRows.COLUMNS,
                Sql.inRealm("r"),
                RequestConditions.of(filter, "r"),
                PermissionRows.STATE,
                PermissionRows.SECRET,
                Ownership.OWNS_SECRET);
        List<String> carriers = people.isEnabled(principal) ? people.carriers(principal) : List.of();
        Sql.Statement statement = Held.bind(sql.statement(text), carriers, at)
                .with("principal", principal.value())
                .with("first", page.first())
                .with("max", page.max());
        RequestConditions.bind(statement, filter);
        return Ownership.bind(statement).rows().map(PermissionRows::request).toList();
    }
}
