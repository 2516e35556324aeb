package io.featureaccess.keycloak.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;

class AtomicallyTest {

    @ParameterizedTest
    @CsvSource({
        "23505, true", // a unique key that somebody else took
        "23503, true", // a parent that somebody else removed
        "23506, true", // the same, as H2 calls it
        "40001, true", // serialization failure
        "40P01, true", // deadlock, PostgreSQL
        "55P03, true", // lock not available, PostgreSQL
        "HYT00, true", // lock timeout, H2
        "23502, false", // a value that is missing: our fault
        "23514, false", // a check that fails: our fault
        "22001, false", // a value too long: our fault
        "42P01, false", // no such table
        "08006, false", // connection lost
    })
    void collision_is_told_from_fault_by_its_sql_state(String state, boolean conflict) {
        SQLException cause = new SQLException("from the driver", state);

        assertThat(Atomically.isConflict(new ModelException("broken", new PersistenceException(cause))))
                .isEqualTo(conflict);
        assertThat(Atomically.isConflict(new ModelDuplicateException("as Keycloak calls them all", cause)))
                .isEqualTo(conflict);
    }

    @Test
    void locks_and_duplicates_are_collisions() {
        assertThat(Atomically.isConflict(new OptimisticLockException())).isTrue();
        assertThat(Atomically.isConflict(new RuntimeException(new LockTimeoutException())))
                .isTrue();
        assertThat(Atomically.isConflict(new ModelDuplicateException("twice"))).isTrue();
    }

    @Test
    void anything_else_is_a_fault() {
        assertThat(Atomically.isConflict(new IllegalStateException("broken"))).isFalse();
        assertThat(Atomically.isConflict(new SQLException("no state at all"))).isFalse();
    }
}
