package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.problem.ProblemCode;
import java.util.EnumMap;
import java.util.Map;

/**
 * The one table from problem codes to HTTP statuses. 401 asks who you are; 403 says no to somebody who sees the thing; 404
 * hides whether there is one; 409 is a rule; 422 a value that cannot be.
 */
final class ProblemStatus {

    private static final Map<ProblemCode, Integer> DOMAIN = domain();
    private static final Map<HttpProblemCode, Integer> HTTP = http();

    private ProblemStatus() {}

    static int of(ProblemCode code) {
        return DOMAIN.get(code);
    }

    static int of(HttpProblemCode code) {
        return HTTP.get(code);
    }

    private static Map<ProblemCode, Integer> domain() {
        Map<ProblemCode, Integer> table = new EnumMap<>(ProblemCode.class);
        table.put(ProblemCode.MALFORMED_VALUE, 422);
        table.put(ProblemCode.UNKNOWN_FIELD, 422);
        table.put(ProblemCode.MISSING_FIELD, 422);
        table.put(ProblemCode.IMMUTABLE_FIELD, 422);
        table.put(ProblemCode.UNKNOWN_ROLE, 422);
        table.put(ProblemCode.UNKNOWN_ACTION, 422);
        table.put(ProblemCode.UNKNOWN_PRINCIPAL, 422);
        table.put(ProblemCode.REASON_REQUIRED, 422);
        table.put(ProblemCode.EXPIRY_IN_PAST, 422);
        table.put(ProblemCode.TOO_MANY, 422);
        table.put(ProblemCode.WRONG_ORDER, 422);
        table.put(ProblemCode.DUPLICATE, 422);
        table.put(ProblemCode.MISSING_PARENT, 422);
        table.put(ProblemCode.TRUNCATED, 422);
        table.put(ProblemCode.NO_SUCH_NODE, 404);
        table.put(ProblemCode.NOT_FOUND, 404);
        table.put(ProblemCode.FORBIDDEN, 403);
        table.put(ProblemCode.BREAK_GLASS_REQUIRED, 409);
        table.put(ProblemCode.NAME_TAKEN, 409);
        table.put(ProblemCode.NOT_EMPTY, 409);
        table.put(ProblemCode.STILL_ACTIVE, 409);
        table.put(ProblemCode.QUOTA_EXCEEDED, 409);
        table.put(ProblemCode.LAST_OWNER, 409);
        table.put(ProblemCode.PROJECT_ROLE_REQUIRED, 409);
        table.put(ProblemCode.NOT_PENDING, 409);
        table.put(ProblemCode.NOT_GRANTED, 409);
        table.put(ProblemCode.ALREADY_GRANTED, 409);
        table.put(ProblemCode.OWN_REQUEST, 403);
        table.put(ProblemCode.NOT_REQUESTABLE, 409);
        table.put(ProblemCode.LAST_ADMIN, 409);
        table.put(ProblemCode.ADMIN_BY_GROUP, 409);
        table.put(ProblemCode.CYCLIC_GROUP, 409);
        table.put(ProblemCode.OWN_ACCOUNT, 409);
        table.put(ProblemCode.NOT_LOCKED, 409);
        table.put(ProblemCode.NOT_INVITED, 409);
        table.put(ProblemCode.AMBIGUOUS_PRINCIPAL, 409);
        table.put(ProblemCode.PRINCIPAL_MISMATCH, 409);
        table.put(ProblemCode.CHANGED_MEANWHILE, 409);
        return table;
    }

    private static Map<HttpProblemCode, Integer> http() {
        Map<HttpProblemCode, Integer> table = new EnumMap<>(HttpProblemCode.class);
        table.put(HttpProblemCode.MISSING_BODY, 400);
        table.put(HttpProblemCode.MALFORMED_JSON, 400);
        table.put(HttpProblemCode.DUPLICATE_FIELD, 400);
        table.put(HttpProblemCode.UNAUTHENTICATED, 401);
        table.put(HttpProblemCode.SCOPE_REQUIRED, 403);
        table.put(HttpProblemCode.HTTPS_REQUIRED, 403);
        table.put(HttpProblemCode.ORIGIN_NOT_ALLOWED, 403);
        table.put(HttpProblemCode.NOT_ENABLED, 404);
        table.put(HttpProblemCode.NO_SUCH_ROUTE, 404);
        table.put(HttpProblemCode.METHOD_NOT_ALLOWED, 405);
        table.put(HttpProblemCode.BODY_TOO_LARGE, 413);
        table.put(HttpProblemCode.UNSUPPORTED_MEDIA_TYPE, 415);
        table.put(HttpProblemCode.INTERNAL_ERROR, 500);
        return table;
    }
}
