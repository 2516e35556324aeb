package io.featureaccess.storage;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where requests lie that a reader manages: below the nodes where a role is held that may manage what lies there, or anywhere
 * in the realm.
 */
final class RequestPlaces {

    private static final String ANYWHERE = "SELECT c.ID FROM FA_PERMISSION c WHERE c.REALM_ID = :realm AND %s%s";

    /** Joined: H2 looks up no list together with a range. */
    private static final String THERE_ON_H2 =
            "SELECT c.ID FROM UNNEST(%s) AS t (ID) JOIN FA_PERMISSION c ON c.%s = t.ID WHERE " + Sql.inRealm("c")
                    + " AND %s%s";

    /** One place after the other: PostgreSQL guesses badly how many there are, and would go through the realm. */
    private static final String THERE = "SELECT l.ID FROM UNNEST(%s) AS t (ID) CROSS JOIN LATERAL (SELECT c.ID"
            + " FROM FA_PERMISSION c WHERE c.%s = t.ID AND " + Sql.notByRealm("c") + " AND %s%s OFFSET 0) l";

    /**
     * The last request of a full page that are all certain to be on it; nothing where there are fewer. They are read as an index
     * has them: whatever it does not have, PostgreSQL is told to expect of most, or it would sort all there are.
     */
    private static final String FILLED = "(SELECT c.ID FROM FA_PERMISSION c WHERE %s AND "
            + Sql.expectMany("%s AND (SELECT s.SECRET FROM FA_NODE s WHERE s.ID = c.NODE_ID) = FALSE"
                    + " AND COALESCE((SELECT s.SECRET FROM FA_NODE s WHERE s.ID = c.PROJECT_ID), FALSE) = FALSE")
            + " ORDER BY %s OFFSET :beforeLast ROWS FETCH NEXT 1 ROW ONLY) AS ID";

    private final boolean h2;
    private final RequestFilter filter;
    private final RolesPermit permit;
    private final InTime order;

    RequestPlaces(Sql sql, RequestFilter filter, RolesPermit permit) {
        this.h2 = sql.isH2();
        this.filter = filter;
        this.permit = permit;
        this.order = InTime.of(filter.order());
    }

    /**
     * @param column by which what lies there is found
     * @param held the kind of node on which the role is held
     * @param roles the parameter with the roles that may manage something there
     */
    private record Place(String column, NodeKind held, String roles) {

        static final Place WORKSPACES = new Place("WORKSPACE_ID", NodeKind.WORKSPACE, "ownerHere");

        static final List<Place> ALL = List.of(
                WORKSPACES,
                new Place("PROJECT_ID", NodeKind.PROJECT, "ownerBelow"),
                new Place("NODE_ID", NodeKind.FEATURE_SET, "ownerHere"));

        /** An editor of a project manages its feature sets, not the project. */
        String certain() {
            return held == NodeKind.PROJECT ? " AND c.KIND = 'feature-set'" : "";
        }
    }

    /** How many projects and feature sets there are on which such a role is held, each as far as there are no more than that. */
    static String howMany(Sql sql, int most) {
        return "SELECT COUNT(*) FROM (" + Held.someTargets(sql.isH2(), "ownerBelow", NodeKind.PROJECT.id(), most)
                + " UNION ALL " + Held.someTargets(sql.isH2(), "ownerHere", NodeKind.FEATURE_SET.id(), most)
                + ") places";
    }

    /** The parameters of all texts, and those of the reader's condition. */
    static Statement bind(Statement statement, List<String> carriers, Instant at) {
        return Held.bind(statement, carriers, at)
                .withAll("ownerHere", RoleSets.of(role -> role.implies(Role.OWNER)))
                .withAll("ownerBelow", RoleSets.OWNING_FROM_PROJECT);
    }

    /**
     * The ids of what lies anywhere and is in the state.
     *
     * @param upTo a condition on how far the list is read
     */
    String anywhere(RequestState state, String upTo) {
        return ANYWHERE.formatted(row(state), upTo);
    }

    /** The same of what lies where a role is held. */
    String there(RequestState state, String upTo) {
        return Place.ALL.stream()
                .map(place -> (h2 ? THERE_ON_H2 : THERE)
                        .formatted(
                                Held.targetsAsArray(
                                        h2, place.roles(), place.held().id()),
                                place.column(),
                                row(state),
                                upTo))
                .collect(Collectors.joining(" UNION "));
    }

    /** Where a page is full of what lies anywhere, of which all but the secret is the reader's. */
    String filledAnywhere(RequestState state) {
        return "SELECT "
                + FILLED.formatted(
                        "c.REALM_ID = :realm AND " + indexed(state), "TRUE" + rest(state), sorted("REALM_ID"));
    }

    /** The same for each place where a role is held. */
    Stream<String> filledThere(RequestState state) {
        return Place.ALL.stream().map(place -> filled(place, state));
    }

    /** The same for workspaces alone, of which there are few. */
    String filledInWorkspaces(RequestState state) {
        return filled(Place.WORKSPACES, state);
    }

    /** A grant on a feature set may sleep: only where it does not are its requests certain. */
    private String filled(Place place, RequestState state) {
        String there = "c." + place.column() + " = n.ID AND " + indexed(state);
        String certain = Sql.notByRealm("c") + rest(state) + place.certain();
        return "SELECT " + FILLED.formatted(there, certain, sorted(place.column())) + " FROM FA_NODE n WHERE "
                + Sql.notByRealm("n") + " AND n.ID = ANY ("
                + Held.targetsAsArray(h2, place.roles(), place.held().id()) + ")"
                + (place.held() == NodeKind.FEATURE_SET ? " AND " + permit.condition() : "");
    }

    /** As an index has them: of one kind, or of all. */
    String sorted(String column) {
        return filter.kind().isPresent() && !column.equals("NODE_ID")
                ? order.by("c." + column, "c.STATE", "c.KIND", "c.CREATED_AT", "c.ID")
                : order.by("c." + column, "c.STATE", "c.CREATED_AT", "c.ID");
    }

    /** Of the state, and as the filter has it. */
    String row(RequestState state) {
        return indexed(state) + rest(state);
    }

    private String indexed(RequestState state) {
        return RequestConditions.recordedAs(state) + RequestConditions.ofKind(filter, "c");
    }

    private String rest(RequestState state) {
        return RequestConditions.still(state)
                + RequestConditions.beyondKind(filter, "c")
                + RequestConditions.ofOthers(filter, "c");
    }
}
