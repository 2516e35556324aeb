package io.featureaccess.storage;

import io.featureaccess.domain.request.RequestFilter;

/** What a filter says of a row by itself, and the parameters that go with it. */
final class RequestConditions {

    private RequestConditions() {}

    /** Only what restricts stands in the text. */
    static String of(RequestFilter filter, String table) {
        return (filter.askedFor() ? " AND " + table + ".ORIGIN = 'request'" : "")
                + (filter.kind().isPresent() ? " AND " + table + ".KIND = :kind" : "");
    }

    static Sql.Statement bind(Sql.Statement statement, RequestFilter filter) {
        filter.kind().ifPresent(kind -> statement.with("kind", kind.id()));
        return statement.withAll(
                "states",
                filter.states().stream().map(SqlRequests::stored).sorted().toList());
    }
}
