package io.featureaccess.storage;

import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A principal's own requests and permissions. Nodes that are gone and nodes that are hidden from them are left out alike, so
 * that neither tells of the other. Each state and kind is read for itself up to the page's end.
 */
final class OwnRequests {

    /** Not to be found by the principal, of whom there may be many: by the ids of the candidates. */
    private static final String TEXT = """
            SELECT %s
            FROM %s
            LEFT JOIN FA_NODE n ON n.ID = r.NODE_ID AND n.REALM_ID = :realm
            WHERE %s AND COALESCE(r.PRINCIPAL_ID, '') = :principal%s AND %s = ANY (:states) AND %s
            ORDER BY %s
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    private static final String BRANCH = """
            (SELECT c.ID FROM FA_PERMISSION c
            LEFT JOIN FA_NODE n ON n.ID = c.NODE_ID AND n.REALM_ID = :realm
            WHERE %s AND c.PRINCIPAL_ID = :principal AND c.KIND = '%s' AND %s%s AND %s
            ORDER BY %s FETCH FIRST :last ROWS ONLY)
            """;

    /** Of a row and its node; written so that PostgreSQL takes it to be true of most, and reads in order until it has enough. */
    private static final String SHOWN = "CASE WHEN (%s.NODE_ID IS NULL OR n.ID IS NOT NULL AND (NOT "
            + PermissionRows.SECRET + " OR " + Ownership.OWNS_SECRET + ")) THEN 1 ELSE 0 END <> 0";

    private final Sql sql;
    private final SqlFactsReader facts;

    OwnRequests(Sql sql, SqlFactsReader facts) {
        this.sql = sql;
        this.facts = facts;
    }

    List<AccessRequest> read(PrincipalId principal, RequestFilter filter, PageRequest page, Instant at) {
        LoadedFacts people = facts.load(Set.of(principal), Set.of(), at);
        List<String> carriers = people.isEnabled(principal) ? people.carriers(principal) : List.of();
        Statement statement =
                Held.bind(sql.statement(text(filter), page), carriers, at).with("principal", principal.value());
        RequestConditions.withStates(RequestConditions.bind(statement, filter), filter);
        return Ownership.bind(statement).rows().map(PermissionRows::request).toList();
    }

    private String text(RequestFilter filter) {
        Stream<String> recorded = RequestConditions.states(filter).stream()
                .flatMap(state -> kinds(filter).map(kind -> branch(filter, state, kind)));
        return TEXT.formatted(
                PermissionRows.COLUMNS,
                RequestCandidates.of(sql, filter, recorded),
                Sql.inRealm("r"),
                RequestConditions.of(filter, "r"),
                PermissionRows.STATE,
                SHOWN.formatted("r"),
                InTime.of(filter.order()).by("r.CREATED_AT", "r.ID"));
    }

    private static Stream<String> kinds(RequestFilter filter) {
        return filter.kind()
                .map(kind -> Stream.of(kind.id()))
                .orElseGet(() -> Stream.concat(
                        Arrays.stream(NodeKind.values()).map(NodeKind::id),
                        Stream.of(GrantTarget.ALL_WORKSPACES_KIND)));
    }

    private static String branch(RequestFilter filter, RequestState state, String kind) {
        return BRANCH.formatted(
                Sql.inRealm("c"),
                kind,
                RequestConditions.in(state),
                RequestConditions.of(filter, "c"),
                SHOWN.formatted("c"),
                InTime.of(filter.order()).by("c.PRINCIPAL_ID", "c.STATE", "c.KIND", "c.CREATED_AT", "c.ID"));
    }
}
