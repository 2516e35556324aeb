package io.featureaccess.storage;

import io.featureaccess.application.port.Requests.Located;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.RequestReach.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests and permissions on the nodes that a reader manages. Candidates come from the places where the reader holds roles,
 * each with its own index and only as far as the page's end; whether the reader manages a candidate's node says the same
 * condition as for lists of nodes.
 */
final class ManagedRequests {

    private static final String TEXT = """
            SELECT %s, COALESCE(%s, r.SECRET)
            FROM %s
            LEFT JOIN FA_NODE n ON n.ID = r.NODE_ID AND n.REALM_ID = :realm
            WHERE %s AND %s = ANY (:states)%s AND (%s)
            ORDER BY %s
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    private final Sql sql;
    private final SqlFactsReader facts;
    private final RequestFilter filter;
    private final InTime order;

    ManagedRequests(Sql sql, SqlFactsReader facts, RequestFilter filter) {
        this.sql = sql;
        this.facts = facts;
        this.filter = filter;
        this.order = InTime.of(filter.order());
    }

    /** Whose nodes are meant, and what the reader holds on all workspaces. */
    private record Reader(
            PrincipalId id, List<String> carriers, boolean admin, boolean glassBroken, RolesPermit permit) {}

    List<Located> read(PrincipalId id, boolean glassBroken, PageRequest page, Instant at) {
        LoadedFacts people = facts.load(Set.of(id), Set.of(), at);
        if (!people.isEnabled(id)) {
            return List.of();
        }
        boolean admin = people.isAdmin(id);
        Set<String> everywhere = people.onAllWorkspaces(id);
        RolesPermit permit = RolesPermit.lookedUp(new PermittingRoles(Optional.of(Action.MANAGE_ACCESS)), everywhere);
        Reader reader = new Reader(id, people.carriers(id), admin, admin && glassBroken, permit);
        boolean ownsAll = RoleSets.of(role -> role.implies(Role.OWNER)).stream().anyMatch(everywhere::contains);
        return page(reader, admin || ownsAll ? RequestReach.ANYWHERE : reach(reader, at), page, at);
    }

    private RequestReach reach(Reader reader, Instant at) {
        Statement statement = sql.statement(RequestPlaces.howMany(sql, RequestReach.FEW + 1));
        long places = RequestPlaces.bind(statement, reader.carriers(), at)
                .row()
                .orElseThrow()
                .number(0);
        return places > RequestReach.FEW ? RequestReach.MANY_PLACES : RequestReach.FEW_PLACES;
    }

    private List<Located> page(Reader reader, RequestReach reach, PageRequest page, Instant at) {
        RequestPlaces places = new RequestPlaces(sql, filter, reader.permit());
        RequestWindow window = new RequestWindow(places, reader.permit(), order);
        List<Span> spans = asked(sql.statementUpTo(reach.text(sql, filter, places, window), page), reader, at)
                .rows()
                .map(row -> reach.span(order, row))
                .toList();
        Statement statement = sql.statement(text(reader, places, spans), page);
        spans.forEach(span -> span.bind(statement));
        return asked(RequestConditions.withStates(statement, filter), reader, at)
                .rows()
                .map(PermissionRows::located)
                .toList();
    }

    private Statement asked(Statement statement, Reader reader, Instant at) {
        Statement bound = RequestPlaces.bind(RequestConditions.bind(statement, filter), reader.carriers(), at);
        return filter.askedFor() ? bound.with("reader", reader.id().value()) : bound;
    }

    private String text(Reader reader, RequestPlaces places, List<Span> spans) {
        return TEXT.formatted(
                PermissionRows.COLUMNS,
                PermissionRows.SECRET,
                RequestCandidates.of(sql, filter, spans.stream().flatMap(span -> span.candidates(places, order))),
                Sql.inRealm("r"),
                PermissionRows.STATE,
                RequestConditions.of(filter, "r") + RequestConditions.ofOthers(filter, "r"),
                managed(reader),
                order.by("r.CREATED_AT", "r.ID"));
    }

    private static String managed(Reader reader) {
        if (reader.glassBroken()) {
            return "TRUE";
        }
        String byRole = "n.ID IS NOT NULL AND " + reader.permit().condition();
        return reader.admin() ? byRole + " OR NOT COALESCE(" + PermissionRows.SECRET + ", r.SECRET)" : byRole;
    }
}
