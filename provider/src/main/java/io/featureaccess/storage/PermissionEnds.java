package io.featureaccess.storage;

import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.storage.entity.Micros;

/** Writes down how requests and permissions ended: those whose own end had come before, as expired at that instant. */
final class PermissionEnds {

    /**
     * Of rows that are looked up by their grants. H2 must not look the state up along with them: it takes an index of both,
     * and goes through all that are granted.
     */
    static final String GRANTED = "COALESCE(STATE, '') = 'granted'";

    private static final String TEXT = """
            UPDATE FA_PERMISSION r SET
                STATE = CASE WHEN STATE = 'pending' OR ENDS_AT <= :at THEN 'expired' ELSE 'revoked' END,
                END_CAUSE = CASE WHEN ENDS_AT <= :at THEN 'expired' ELSE :cause END,
                ENDED_AT = CASE WHEN ENDS_AT <= :at THEN ENDS_AT ELSE CAST(:at AS BIGINT) END,
                ENDED_BY = CASE WHEN ENDS_AT <= :at THEN NULL ELSE NULLIF(:by, '') END,
                ENDED_BY_NAME = CASE WHEN ENDS_AT <= :at THEN NULL ELSE NULLIF(:byName, '') END,
                END_REASON = CASE WHEN ENDS_AT <= :at THEN NULL ELSE NULLIF(:reason, '') END,
                PENDING_KEY = NULL,
                ENDS_AT = NULL
            WHERE %s AND COALESCE(STATE, '') IN ('pending', 'granted') AND
            """.formatted(Sql.inRealm("r"));

    private final Sql sql;

    PermissionEnds(Sql sql) {
        this.sql = sql;
    }

    /** @param which a condition on the table's columns, which may use the parameter {@code at} */
    Statement write(String which, Ending how) {
        return sql.statement(TEXT + "(" + which + ")")
                .with("at", Micros.of(how.at()))
                .with("cause", how.cause().id())
                .with("by", how.by().map(by -> by.id().value()).orElse(""))
                .with("byName", how.by().map(Actor::name).orElse(""))
                .with("reason", how.reason().orElse(""));
    }
}
