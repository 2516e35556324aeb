package io.featureaccess.storage;

import io.featureaccess.domain.problem.DomainProblem;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the database's refusals mean to a caller: two people changed the same thing at once. */
final class Failures {

    /** SQL standard class of violated constraints: unique, foreign key, not null, check. */
    private static final String INTEGRITY = "23";

    private static final String DUPLICATE = "23505";

    /** Serialisation failure, deadlock, lock not available; H2: lock timeout, concurrent update. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    private Failures() {}

    /** The problem that the failure is; the failure itself where it is none that a caller could mend. */
    static RuntimeException translated(RuntimeException failure) {
        return isConflict(failure) ? DomainProblem.changedMeanwhile() : failure;
    }

    /** Whether a row with one of our unique keys is there already. */
    static boolean isDuplicate(RuntimeException failure) {
        return cause(failure)
                .filter(sql -> sql.getSQLState().equals(DUPLICATE) && namesOurs(sql))
                .isPresent();
    }

    private static boolean isConflict(RuntimeException failure) {
        return cause(failure)
                .filter(sql -> CONFLICTS.contains(sql.getSQLState())
                        || sql.getSQLState().startsWith(INTEGRITY) && namesOurs(sql))
                .isPresent();
    }

    private static Optional<SQLException> cause(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** UK_FA_, FK_FA_, PK_FA_: what Keycloak's own constraints refuse is not ours to explain. */
    private static boolean namesOurs(SQLException failure) {
        return failure.getMessage() != null
                && failure.getMessage().toUpperCase(Locale.ROOT).contains("K_FA_");
    }
}
