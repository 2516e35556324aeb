package io.featureaccess.domain.grant;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A role that somebody shall have in a place.
 *
 * @param principalId whom the reference must mean, for a caller that wants to be sure
 * @param expiresAt the first instant at which the role no longer counts
 * @param reason at most {@value #LONGEST_REASON} characters
 * @param replace whether the principal's other direct roles in this place go, save those that the same step gives
 */
public record WantedGrant(
        PrincipalRef principal,
        Optional<PrincipalId> principalId,
        Role role,
        Optional<Instant> expiresAt,
        Optional<String> reason,
        boolean replace) {

    public static final int LONGEST_REASON = 500;

    private static final Instant LATEST_END = Instant.parse("9999-12-31T23:59:59.999Z");

    /** How many may be given in one step. */
    public static final int MOST = 500;

    /** @throws DomainProblem {@code malformed-value} on {@code reason} or {@code expiresAt} */
    public WantedGrant {
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(principalId, "principalId is null");
        Objects.requireNonNull(role, "role is null");
        expiresAt = storable(expiresAt);
        requireWords(reason);
    }

    /**
     * An end in whole milliseconds, as stores keep them: repeating a step has to find what it wrote.
     *
     * @throws DomainProblem {@code malformed-value} on {@code expiresAt}
     */
    public static Optional<Instant> storable(Optional<Instant> expiresAt) {
        Optional<Instant> whole = expiresAt.map(end -> end.truncatedTo(ChronoUnit.MILLIS));
        if (whole.filter(end -> end.isAfter(LATEST_END)).isPresent()) {
            throw DomainProblem.malformed("expiresAt", "it is before the year 10000");
        }
        return whole;
    }

    /** @throws DomainProblem {@code malformed-value} on {@code reason} */
    public static void requireWords(Optional<String> reason) {
        if (reason.isPresent() && (reason.get().isBlank() || reason.get().length() > LONGEST_REASON)) {
            throw DomainProblem.malformed("reason", "it is some words, at most " + LONGEST_REASON + " characters");
        }
    }
}
