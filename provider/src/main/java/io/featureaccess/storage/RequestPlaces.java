package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.role.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the requests of a page are looked for: everywhere, or below the nodes where a role is held that may manage what lies
 * there. Of each place only what can be on the page is taken: nothing later than where one of them alone fills it.
 */
final class RequestPlaces {

    /** What lives hangs on something, and has not come to its end. */
    private static final Map<RequestState, String> LIVE = new EnumMap<>(Map.of(
            RequestState.PENDING,
            " AND c.USER_ID IS NOT NULL AND c.ENDS_AT > :at",
            RequestState.GRANTED,
            " AND c.LIVE_GRANT_ID IS NOT NULL AND (c.ENDS_AT IS NULL OR c.ENDS_AT > :at)"));

    private static final String CANDIDATES = "SELECT c.ID FROM FA_PERMISSION c WHERE %s AND %s AND c.CREATED_AT <= :%s";

    /** Joined: H2 looks up no list together with a range. */
    private static final String CANDIDATES_THERE =
            "SELECT c.ID FROM UNNEST(%s) AS t (ID) JOIN FA_PERMISSION c ON c.%s = t.ID" + " WHERE " + Sql.inRealm("c")
                    + " AND %s AND c.CREATED_AT <= :%s";

    /** When the last request of a full page was made that are all certain to be on it; nothing where there are fewer. */
    private static final String FILLED = "(SELECT c.CREATED_AT FROM FA_PERMISSION c WHERE %s AND %s"
            + " AND (SELECT s.SECRET FROM FA_NODE s WHERE s.ID = c.NODE_ID) = FALSE"
            + " AND COALESCE((SELECT s.SECRET FROM FA_NODE s WHERE s.ID = c.PROJECT_ID), FALSE) = FALSE"
            + " ORDER BY %s, c.STATE, c.CREATED_AT, c.ID OFFSET :beforeLast ROWS FETCH NEXT 1 ROW ONLY) AS FILLED_AT";

    private static final String IN_REALM = "c.REALM_ID = :realm";

    private final RequestFilter filter;
    private final RolesPermit permit;
    private final boolean everywhere;

    /** @param everywhere whether the reader manages whatever is not secret */
    RequestPlaces(RequestFilter filter, RolesPermit permit, boolean everywhere) {
        this.filter = filter;
        this.permit = permit;
        this.everywhere = everywhere;
    }

    /**
     * @param column by which what lies there is found
     * @param held the kind of node on which the role is held
     * @param roles the parameter with the roles that may manage something there
     */
    private record Place(String column, NodeKind held, String roles) {

        static final List<Place> ALL = List.of(
                new Place("WORKSPACE_ID", NodeKind.WORKSPACE, "ownerHere"),
                new Place("PROJECT_ID", NodeKind.PROJECT, "ownerBelow"),
                new Place("NODE_ID", NodeKind.FEATURE_SET, "ownerHere"));

        String targets() {
            return Held.targets(roles, held.id());
        }

        /** An editor of a project manages its feature sets, not the project. */
        String certain() {
            return held == NodeKind.PROJECT ? " AND c.KIND = 'feature-set'" : "";
        }
    }

    boolean isEverywhere() {
        return everywhere;
    }

    /** Whether any of the states may have ended by itself, so that the texts ask for the instant. */
    static boolean endsByTime(RequestFilter filter) {
        return filter.states().stream().anyMatch(LIVE::containsKey);
    }

    /** Of what was asked for, what the reader may answer: neither their own nor what service accounts they created ask for. */
    static String ofOthers(RequestFilter filter, String table) {
        String principal = table + ".PRINCIPAL_ID";
        return filter.askedFor()
                ? " AND " + principal
                        + " <> :reader AND NOT EXISTS (SELECT 1 FROM FA_SERVICE_ACCOUNT own WHERE own.ID = " + principal
                        + " AND own.CREATED_BY = :reader)"
                : "";
    }

    String candidates() {
        Stream<String> recorded =
                states().stream().flatMap(state -> everywhere ? Stream.of(everywhere(state)) : places(state));
        boolean ended = filter.states().stream()
                .anyMatch(state -> state == RequestState.EXPIRED || state == RequestState.REVOKED);
        Stream<String> unrecorded = ended ? Stream.of(Unrecorded.IDS, Unrecorded.RUN_OUT) : Stream.empty();
        return Stream.concat(recorded, unrecorded)
                .reduce((some, more) -> some + " UNION " + more)
                .orElseThrow();
    }

    private String everywhere(RequestState state) {
        return CANDIDATES.formatted(IN_REALM, row(state), until(state));
    }

    private Stream<String> places(RequestState state) {
        return Place.ALL.stream()
                .map(place -> CANDIDATES_THERE.formatted(
                        Held.targetsAsArray(place.roles(), place.held().id()),
                        place.column(),
                        row(state),
                        until(state)));
    }

    private static String until(RequestState state) {
        return "until" + state;
    }

    private List<RequestState> states() {
        return filter.states().stream().sorted().toList();
    }

    /**
     * For each state when a page of it is full, or nothing where it is not. Asked before the page itself: as a part of it, H2
     * would find it out anew for each row.
     */
    String filled() {
        return states().stream()
                .map(state -> "(SELECT MIN(e.FILLED_AT) FROM (" + filled(state) + ") e)")
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    private String filled(RequestState state) {
        return everywhere
                ? "SELECT " + FILLED.formatted(IN_REALM, row(state), "c.REALM_ID")
                : Place.ALL.stream().map(place -> filled(place, state)).collect(Collectors.joining(" UNION ALL "));
    }

    /** @param filled the row that {@link #filled} finds */
    Sql.Statement until(Sql.Statement statement, Row filled) {
        List<RequestState> states = states();
        for (int i = 0; i < states.size(); i++) {
            statement.with(until(states.get(i)), filled.isEmpty(i) ? Long.MAX_VALUE : filled.number(i));
        }
        return statement;
    }

    private static String at(String place) {
        return Sql.inRealm("c") + " AND " + place;
    }

    /** A grant on a feature set may sleep: only where it does not are its requests certain. */
    private String filled(Place place, RequestState state) {
        String column = "c." + place.column();
        boolean own = place.held() == NodeKind.FEATURE_SET;
        String page = FILLED.formatted(at(column + " = n.ID"), row(state) + place.certain(), column);
        return "SELECT " + page + " FROM FA_NODE n" + (own ? permit.joins() : "")
                + " WHERE " + Sql.inRealm("n") + " AND n.ID = " + place.targets()
                + (own ? " AND " + permit.condition() : "");
    }

    private String row(RequestState state) {
        return "c.STATE = '" + SqlRequests.stored(state) + "'"
                + Optional.ofNullable(LIVE.get(state)).orElse("") + RequestConditions.of(filter, "c")
                + ofOthers(filter, "c");
    }

    Sql.Statement bind(Sql.Statement statement) {
        return everywhere
                ? statement
                : statement
                        .withAll("ownerHere", RoleSets.of(role -> role.implies(Role.OWNER)))
                        .withAll("ownerBelow", RoleSets.OWNING_FROM_PROJECT);
    }
}
