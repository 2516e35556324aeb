package io.featureaccess.keycloak.wiring;

import io.featureaccess.domain.problem.DomainProblem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;

/** Work that is written out before it counts as done, and whose collisions with others are told from faults. */
final class Atomically {

    private static final Logger LOG = Logger.getLogger(Atomically.class);

    /** Unique or foreign keys that others broke first, serialization failures and deadlocks, by SQLSTATE class. */
    private static final Set<String> CONFLICT_CLASSES = Set.of("23", "40");

    /** Lock not available (PostgreSQL), lock timeout (H2, standard). */
    private static final Set<String> CONFLICT_STATES = Set.of("55P03", "HYT00");

    private static final int DEEPEST_CAUSE = 20;

    private final KeycloakSession session;

    Atomically(KeycloakSession session) {
        this.session = session;
    }

    <T> T run(Supplier<T> work) {
        try {
            T result = work.get();
            entities().flush();
            return result;
        } catch (RuntimeException e) {
            session.getTransactionManager().setRollbackOnly();
            if (!(e instanceof DomainProblem) && isConflict(e)) {
                LOG.debug("Collided with somebody else's change", e);
                throw DomainProblem.changedMeanwhile();
            }
            throw e;
        }
    }

    static boolean isConflict(Throwable thrown) {
        List<Throwable> causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
        Optional<String> state = causes.stream()
                .filter(SQLException.class::isInstance)
                .flatMap(cause -> Stream.ofNullable(((SQLException) cause).getSQLState()))
                .findFirst();
        return causes.stream().anyMatch(Atomically::isLock)
                || state.map(Atomically::isConflictState)
                        // Keycloak calls every broken constraint a duplicate: only without a state is its word taken.
                        .orElseGet(() -> causes.stream().anyMatch(ModelDuplicateException.class::isInstance));
    }

    private static boolean isLock(Throwable thrown) {
        return thrown instanceof OptimisticLockException
                || thrown instanceof PessimisticLockException
                || thrown instanceof LockTimeoutException
                || thrown instanceof LockAcquisitionException;
    }

    private static boolean isConflictState(String state) {
        return CONFLICT_STATES.contains(state)
                || state.length() == 5 && CONFLICT_CLASSES.contains(state.substring(0, 2)) && !isBadValue(state);
    }

    /** A missing value or a failed check is a fault of ours, whoever else was writing. */
    private static boolean isBadValue(String state) {
        return state.equals("23502") || state.equals("23513") || state.equals("23514");
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
