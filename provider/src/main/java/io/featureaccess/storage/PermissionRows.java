package io.featureaccess.storage;

import io.featureaccess.application.port.Requests.Located;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Answer;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.RequestOrigin;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.request.RequestedNode;
import io.featureaccess.domain.request.Terms;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Rows of requests and permissions, read back with the state that they have at an instant. */
final class PermissionRows {

    /**
     * The state of a row {@code r} at the instant {@code at}, whatever is written down: time passes by itself, and Keycloak
     * takes grants with their users and groups.
     */
    static final String STATE = """
            CASE r.STATE
                WHEN 'pending' THEN CASE WHEN r.ENDS_AT <= :at OR r.USER_ID IS NULL THEN 'expired' ELSE r.STATE END
                WHEN 'granted' THEN CASE WHEN r.ENDS_AT <= :at THEN 'expired'
                    WHEN r.LIVE_GRANT_ID IS NULL THEN 'revoked' ELSE r.STATE END
                ELSE r.STATE END
            """;

    /** The columns of a table {@code r}, in the order in which {@link #request} takes them. */
    static final String COLUMNS = "r.ID, r.ORIGIN, r.NODE_ID, r.NODE_PATH, r.PRINCIPAL_ID, r.PRINCIPAL_TYPE,"
            + " r.PRINCIPAL_NAME, r.ASKED_ROLE, r.ASKED_UNTIL, r.ROLE, r.EXPIRES_AT, r.REASON, r.CREATED_AT, " + STATE
            + ", r.ENDS_AT, r.ANSWERED_BY, r.ANSWERED_BY_NAME, r.ANSWERED_AT, r.ANSWER_REASON, r.GRANT_ID,"
            + " r.END_CAUSE, r.ENDED_BY, r.ENDED_BY_NAME, r.ENDED_AT, r.END_REASON";

    /** Whether a node {@code n} is hidden from all but its owners. */
    static final String SECRET =
            "(n.SECRET OR COALESCE((SELECT p.SECRET FROM FA_NODE p WHERE p.ID = n.PROJECT_ID), FALSE))";

    /** How many columns a request takes. */
    static final int WIDTH = 25;

    private PermissionRows() {}

    /** A request, and behind its columns whether its node is secret. */
    static Located located(Row row) {
        return new Located(request(row), row.flag(WIDTH));
    }

    static AccessRequest request(Row row) {
        RequestState state = RequestState.parse(row.text(13).toUpperCase(Locale.ROOT));
        return new AccessRequest(
                new RequestId(row.text(0)),
                RequestOrigin.of(row.text(1)),
                row.optionalText(2).map(id -> new RequestedNode(new NodeId(id), NodePath.parse(row.text(3)))),
                new Principal(new PrincipalId(row.text(4)), PrincipalType.parse(row.text(5)), row.text(6)),
                terms(row, 7),
                terms(row, 9),
                row.optionalText(11),
                row.instant(12),
                state,
                state == RequestState.PENDING ? row.optionalInstant(14) : Optional.empty(),
                row.optionalInstant(17).map(at -> answer(row, at)),
                row.optionalText(19).map(GrantId::new),
                row.optionalInstant(23).map(at -> ending(row, at)));
    }

    private static Terms terms(Row row, int first) {
        return new Terms(Role.parse(row.text(first)), row.optionalInstant(first + 1));
    }

    private static Answer answer(Row row, Instant at) {
        return new Answer(actor(row, 15).orElseThrow(), at, row.optionalText(18));
    }

    private static Ending ending(Row row, Instant at) {
        return new Ending(Ending.Cause.of(row.text(20)), actor(row, 21), at, row.optionalText(24));
    }

    private static Optional<Actor> actor(Row row, int first) {
        return row.optionalText(first).map(id -> new Actor(new PrincipalId(id), row.text(first + 1)));
    }
}
