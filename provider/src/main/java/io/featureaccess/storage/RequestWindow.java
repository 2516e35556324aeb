package io.featureaccess.storage;

import io.featureaccess.domain.request.RequestState;

/**
 * The first requests of the realm, whoever manages them. For a reader who manages very many nodes one by one, to find the page
 * among them costs less than to look at each of those nodes.
 */
final class RequestWindow {

    private static final String FIRST =
            "SELECT c.ID, c.CREATED_AT, c.NODE_ID FROM FA_PERMISSION c WHERE c.REALM_ID = :realm AND %s ORDER BY %s";

    private static final String FILLED = """
            SELECT (SELECT w.ID FROM (%s FETCH FIRST :window ROWS ONLY) w
                JOIN FA_NODE n ON n.ID = w.NODE_ID AND n.REALM_ID = :realm
                WHERE %s ORDER BY %s OFFSET :beforeLast ROWS FETCH NEXT 1 ROW ONLY) AS ID
            """;

    private static final String END = "(SELECT w.CREATED_AT FROM (%s OFFSET :window ROWS FETCH NEXT 1 ROW ONLY) w)";

    private final RequestPlaces places;
    private final RolesPermit permit;
    private final InTime order;

    RequestWindow(RequestPlaces places, RolesPermit permit, InTime order) {
        this.places = places;
        this.permit = permit;
        this.order = order;
    }

    /** The last request of a full page of what the reader manages of it; nothing where there are fewer. */
    String filled(RequestState state) {
        return FILLED.formatted(first(state), permit.condition(), order.by("w.CREATED_AT", "w.ID"));
    }

    /** When the first request was made that is not in it; nothing where all are. */
    String end(RequestState state) {
        return END.formatted(first(state));
    }

    private String first(RequestState state) {
        return FIRST.formatted(places.row(state), places.sorted("REALM_ID"));
    }
}
