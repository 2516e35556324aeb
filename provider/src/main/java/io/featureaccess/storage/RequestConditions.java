package io.featureaccess.storage;

import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestState;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a filter says of a row by itself, and the parameters that go with it. */
final class RequestConditions {

    /** What lives hangs on something, and has not come to its end. */
    private static final Map<RequestState, String> LIVE = new EnumMap<>(Map.of(
            RequestState.PENDING,
            " AND c.USER_ID IS NOT NULL AND c.ENDS_AT > :at",
            RequestState.GRANTED,
            " AND c.LIVE_GRANT_ID IS NOT NULL AND (c.ENDS_AT IS NULL OR c.ENDS_AT > :at)"));

    /** Not by {@code LIKE}: the text is what somebody typed, and its wildcards mean nothing. */
    private static final String FOUND =
            " AND (POSITION(:text IN %1$s.NODE_PATH) > 0 OR POSITION(:text IN LOWER(%1$s.PRINCIPAL_NAME)) > 0)";

    private static final String NOT_OWN = " AND %1$s.PRINCIPAL_ID <> :reader AND NOT EXISTS (SELECT 1"
            + " FROM FA_SERVICE_ACCOUNT own WHERE own.ID = %1$s.PRINCIPAL_ID AND own.CREATED_BY = :reader)";

    private RequestConditions() {}

    /** Only what restricts stands in the text. */
    static String of(RequestFilter filter, String table) {
        return ofKind(filter, table) + beyondKind(filter, table);
    }

    /** What indexes have beside the place and the state. */
    static String ofKind(RequestFilter filter, String table) {
        return filter.kind().isPresent() ? " AND " + table + ".KIND = :kind" : "";
    }

    static String beyondKind(RequestFilter filter, String table) {
        return (filter.askedFor() ? " AND " + table + ".ORIGIN = 'request'" : "")
                + (filter.search().isPresent() ? FOUND.formatted(table) : "");
    }

    /** Of what was asked for, what the reader may answer: neither their own nor what service accounts they created ask for. */
    static String ofOthers(RequestFilter filter, String table) {
        return filter.askedFor() ? NOT_OWN.formatted(table) : "";
    }

    /** Of a row {@code c}: that it is written down as being in the state, and still is at the instant {@code at}. */
    static String in(RequestState state) {
        return recordedAs(state) + still(state);
    }

    static String recordedAs(RequestState state) {
        return "c.STATE = '" + SqlRequests.stored(state) + "'";
    }

    static String still(RequestState state) {
        return Optional.ofNullable(LIVE.get(state)).orElse("");
    }

    /** Whether rows are wanted that have ended and of which that may not be written down. */
    static boolean mayBeUnrecorded(RequestFilter filter) {
        return filter.states().stream()
                .anyMatch(state -> state == RequestState.EXPIRED || state == RequestState.REVOKED);
    }

    static List<RequestState> states(RequestFilter filter) {
        return filter.states().stream().sorted().toList();
    }

    /** The parameters of {@link #of}. */
    static Statement bind(Statement statement, RequestFilter filter) {
        filter.kind().ifPresent(kind -> statement.with("kind", kind.id()));
        filter.search().ifPresent(text -> statement.with("text", text.toLowerCase(Locale.ROOT)));
        return statement;
    }

    /** The parameter {@code states}. */
    static Statement withStates(Statement statement, RequestFilter filter) {
        return statement.withAll(
                "states", states(filter).stream().map(SqlRequests::stored).toList());
    }
}
