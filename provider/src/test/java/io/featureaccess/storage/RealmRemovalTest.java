package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A realm that is removed while something is done in it in the background: neither gets in the other's way. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RealmRemovalTest {

    @Parameter
    TestDatabase database;

    private String realm;

    @BeforeEach
    void aRealmWithARecord() {
        realm = People.inNewRealm(database).realm();
        database.runInTransaction(entities -> new SqlAuditSeals(entities, realm).lock());
    }

    /** What is written last in the background refers to the realm, as what removal deletes last does. */
    @Test
    void removal_waits_for_the_background() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch removing = new CountDownLatch(1);
        CompletableFuture<Boolean> background = CompletableFuture.supplyAsync(() -> database.inTransaction(entities -> {
            boolean there = new KeptRealm(entities, realm).isThere();
            new SqlAuditSeals(entities, realm).lock();
            begun.countDown();
            await(removing);
            insertSeal(entities);
            return there;
        }));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> removal =
                CompletableFuture.runAsync(() -> database.runInTransaction(entities -> remove(entities, removing)));

        assertThat(background.get(30, TimeUnit.SECONDS)).isTrue();
        removal.get(30, TimeUnit.SECONDS);

        assertThat(database.<Boolean>inTransaction(entities -> new KeptRealm(entities, realm).isThere()))
                .isFalse();
    }

    /** As Keycloak does: it locks first and deletes last. */
    private void remove(EntityManager entities, CountDownLatch removing) {
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(removing::countDown);
        String lock = database == TestDatabase.H2 ? "UPDATE" : "NO KEY UPDATE";
        entities.createNativeQuery("SELECT ID FROM REALM WHERE ID = ?1 FOR " + lock)
                .setParameter(1, realm)
                .getResultList();
        entities.createNativeQuery("DELETE FROM REALM WHERE ID = ?1")
                .setParameter(1, realm)
                .executeUpdate();
    }

    private void insertSeal(EntityManager entities) {
        entities.createNativeQuery("INSERT INTO FA_AUDIT_SEAL"
                        + " (REALM_ID, SEAL_NO, HASH, ROW_COUNT, SEALED_AT, NEWEST_AT) VALUES (?1, 1, 'hash', 1, 1, 1)")
                .setParameter(1, realm)
                .executeUpdate();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
