package io.featureaccess.storage;

import io.featureaccess.domain.request.RequestFilter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of requests and permissions that are found by their ids. */
final class RequestCandidates {

    /** As an array of ids: a guess of how many there are would make PostgreSQL read all requests. */
    private static final String BY_IDS =
            "FA_PERMISSION %1$s JOIN UNNEST(ARRAY(%2$s)) AS candidate (ID) ON %1$s.ID = candidate.ID";

    /** Joined: a list of what a subquery finds, H2 would find out anew for each row. */
    private static final String JOINED = "(%2$s) candidate JOIN FA_PERMISSION %1$s ON %1$s.ID = candidate.ID";

    private RequestCandidates() {}

    /**
     * The rows {@code r} that may be on a page: what stands behind {@code FROM}.
     *
     * @param recorded queries for the ids of those whose state is written down
     */
    static String of(Sql sql, RequestFilter filter, Stream<String> recorded) {
        Stream<String> unrecorded = RequestConditions.mayBeUnrecorded(filter)
                ? Stream.of(Unrecorded.IDS, Unrecorded.RUN_OUT)
                : Stream.empty();
        return byIds(sql, "r", Stream.concat(recorded, unrecorded).collect(Collectors.joining(" UNION ")));
    }

    /**
     * The same of any rows.
     *
     * @param table what they are called
     * @param ids a query for their ids
     */
    static String byIds(Sql sql, String table, String ids) {
        return (sql.isH2() ? JOINED : BY_IDS).formatted(table, ids);
    }
}
