package io.featureaccess.storage;

import io.featureaccess.application.port.Requests.Located;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.Micros;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests and permissions on the nodes that a reader manages. Candidates come from the places where the reader holds roles,
 * each with its own index and only as far as the page's end; whether the reader manages a candidate's node says the same
 * condition as for lists of nodes.
 */
final class ManagedRequests {

    private static final String TEXT = """
            SELECT %s, COALESCE(%s, r.SECRET)
            FROM %s
            LEFT JOIN FA_NODE n ON n.ID = r.NODE_ID AND n.REALM_ID = :realm%s
            WHERE %s AND %s = ANY (:states)%s AND (%s)
            ORDER BY r.CREATED_AT, r.ID
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    /** As an array of ids: a guess of how many there are would make PostgreSQL read all requests. */
    private static final String BY_IDS =
            "FA_PERMISSION r JOIN UNNEST(ARRAY(%s)) AS candidate (ID) ON r.ID = candidate.ID";

    /** Joined: a list of what a subquery finds, H2 would find out anew for each row. */
    private static final String JOINED = "(%s) candidate JOIN FA_PERMISSION r ON r.ID = candidate.ID";

    private final Sql sql;
    private final SqlFactsReader facts;
    private final RequestFilter filter;

    ManagedRequests(Sql sql, SqlFactsReader facts, RequestFilter filter) {
        this.sql = sql;
        this.facts = facts;
        this.filter = filter;
    }

    /** Whose nodes are meant, and what the reader holds on all workspaces. */
    private record Reader(
            PrincipalId id, List<String> carriers, boolean admin, boolean glassBroken, Set<String> everywhere) {

        boolean ownsEverything() {
            return RoleSets.of(role -> role.implies(Role.OWNER)).stream().anyMatch(everywhere::contains);
        }
    }

    List<Located> read(PrincipalId id, boolean glassBroken, PageRequest page, Instant at) {
        LoadedFacts people = facts.load(Set.of(id), Set.of(), at);
        if (!people.isEnabled(id)) {
            return List.of();
        }
        boolean admin = people.isAdmin(id);
        Reader reader = new Reader(id, people.carriers(id), admin, admin && glassBroken, everywhere(people, id, at));
        return page(reader, page, at);
    }

    private static Set<String> everywhere(LoadedFacts people, PrincipalId id, Instant at) {
        return people.onAllWorkspaces(id).stream()
                .filter(held -> held.expiresAt().map(end -> end.isAfter(at)).orElse(true))
                .map(held -> held.role().id())
                .collect(Collectors.toSet());
    }

    private List<Located> page(Reader reader, PageRequest page, Instant at) {
        RolesPermit permit =
                new RolesPermit(new PermittingRoles(Optional.of(Action.MANAGE_ACCESS)), reader.everywhere());
        RequestPlaces places = new RequestPlaces(filter, permit, reader.admin() || reader.ownsEverything());
        Row filled = filled(reader, permit, places, page, at);
        Sql.Statement statement = asked(sql.statement(text(reader, permit, places), page), reader);
        permit.bind(Held.bind(statement, reader.carriers(), at));
        statement.withAll(
                "states", filter.states().stream().map(SqlRequests::stored).toList());
        return places.until(places.bind(statement), filled)
                .rows()
                .map(PermissionRows::located)
                .toList();
    }

    private Row filled(Reader reader, RolesPermit permit, RequestPlaces places, PageRequest page, Instant at) {
        Sql.Statement statement = asked(sql.statementUpTo(places.filled(), page), reader);
        if (!places.isEverywhere()) {
            permit.bind(statement.withAll("carriers", reader.carriers()));
        }
        if (!places.isEverywhere() || RequestPlaces.endsByTime(filter)) {
            statement.with("at", Micros.of(at));
        }
        return places.bind(statement).row().orElseThrow();
    }

    private String text(Reader reader, RolesPermit permit, RequestPlaces places) {
        return TEXT.formatted(
                PermissionRows.COLUMNS,
                PermissionRows.SECRET,
                (sql.isH2() ? JOINED : BY_IDS).formatted(places.candidates()),
                permit.joins(),
                Sql.inRealm("r"),
                PermissionRows.STATE,
                RequestConditions.of(filter, "r") + RequestPlaces.ofOthers(filter, "r"),
                managed(reader, permit));
    }

    private Sql.Statement asked(Sql.Statement statement, Reader reader) {
        filter.kind().ifPresent(kind -> statement.with("kind", kind.id()));
        return filter.askedFor() ? statement.with("reader", reader.id().value()) : statement;
    }

    private static String managed(Reader reader, RolesPermit permit) {
        if (reader.glassBroken()) {
            return "TRUE";
        }
        String byRole = "n.ID IS NOT NULL AND " + permit.condition();
        return reader.admin() ? byRole + " OR NOT COALESCE(" + PermissionRows.SECRET + ", r.SECRET)" : byRole;
    }
}
