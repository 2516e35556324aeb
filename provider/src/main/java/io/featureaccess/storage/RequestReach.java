package io.featureaccess.storage;

import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestState;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a page reaches: for each state where its requests are looked for, and up to which moment. Nothing later is on it,
 * since what is certain to be the reader's fills it by then.
 */
enum RequestReach {
    /** The reader manages whatever is not secret. */
    ANYWHERE {
        @Override
        Stream<String> filled(RequestPlaces places, RequestWindow window, RequestState state) {
            return Stream.of(places.filledAnywhere(state));
        }
    },
    /** The reader manages what lies below a few nodes. */
    FEW_PLACES {
        @Override
        Stream<String> filled(RequestPlaces places, RequestWindow window, RequestState state) {
            return places.filledThere(state);
        }
    },
    /** The same of so many that the page is first looked for among what lies anywhere. */
    MANY_PLACES {
        @Override
        Stream<String> filled(RequestPlaces places, RequestWindow window, RequestState state) {
            return Stream.of(places.filledInWorkspaces(state), window.filled(state));
        }
    };

    /** More places than this are many. */
    static final int FEW = 50;

    private static final String ROW = """
            SELECT '%s' AS STATE, f.CREATED_AT, f.ID, %s AS WINDOW_END FROM (SELECT 1 AS ONE) one
            LEFT JOIN (SELECT f.CREATED_AT, f.ID FROM %s WHERE %s
                ORDER BY %s FETCH FIRST 1 ROW ONLY) f ON 1 = 1
            """;

    abstract Stream<String> filled(RequestPlaces places, RequestWindow window, RequestState state);

    /**
     * One state's part of a page.
     *
     * @param at when the last of them was made that can be on it
     * @param id that one's id
     */
    record Span(RequestState state, boolean anywhere, long at, String id) {

        Stream<String> candidates(RequestPlaces places, InTime order) {
            return order.upTo("at" + state, "id" + state).stream()
                    .map(upTo -> anywhere ? places.anywhere(state, upTo) : places.there(state, upTo));
        }

        void bind(Statement statement) {
            statement.with("at" + state, at).with("id" + state, id);
        }
    }

    /**
     * A statement that finds for each state where a page of it is full, and the window's end. Asked before the page itself: as a
     * part of it, H2 would find it out anew for each row.
     */
    String text(Sql sql, RequestFilter filter, RequestPlaces places, RequestWindow window) {
        String sorted = InTime.of(filter.order()).by("f.CREATED_AT", "f.ID");
        return RequestConditions.states(filter).stream()
                .map(state -> ROW.formatted(
                        state,
                        this == MANY_PLACES ? window.end(state) : "CAST(NULL AS BIGINT)",
                        RequestCandidates.byIds(
                                sql, "f", filled(places, window, state).collect(Collectors.joining(" UNION ALL "))),
                        Sql.inRealm("f"),
                        sorted))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** @param row one that the statement found */
    Span span(InTime order, Row row) {
        long at = row.isEmpty(1) ? order.end() : row.number(1);
        boolean inWindow = row.isEmpty(3) || order.reaches(at, row.number(3));
        boolean anywhere = this == ANYWHERE || this == MANY_PLACES && inWindow;
        return new Span(
                RequestState.valueOf(row.text(0)),
                anywhere,
                at,
                row.optionalText(2).orElse(""));
    }
}
