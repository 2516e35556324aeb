package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.Admins;
import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.AuditLog;
import io.featureaccess.application.port.AuditSeals;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.application.record.SealRecord;
import io.featureaccess.application.record.TrimRecord;
import io.featureaccess.application.record.VerifyRecord;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Seal;
import io.featureaccess.domain.audit.SealHead;
import io.featureaccess.domain.audit.Verification;
import io.featureaccess.domain.audit.Verification.Kind;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.storage.entity.Micros;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Seals over the record: whatever is changed behind its back is found, and writers never wait for it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlAuditSealsTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00.123456Z");
    private static final int ROWS = 3;

    @Parameter
    TestDatabase database;

    private World world;
    private PrincipalId ada;
    private final List<Seal> made = new ArrayList<>();

    @BeforeEach
    void aRealm() {
        world = new World(database);
        ada = world.user("ada");
        world.makeAdmin(ada, world.adminRole());
        made.clear();
    }

    private static AuditRow row(String id, Instant at) {
        return new AuditRow(
                id,
                at,
                "olga",
                new PrincipalId("olgas-id"),
                AuditChange.GRANT_ADDED,
                Optional.of(new AuditRow.Subject(new NodeId("n"), NodePath.parse("w/p"), true)),
                Optional.of(new Principal(new PrincipalId("v"), PrincipalType.USER, "vic")),
                Optional.empty(),
                Optional.of("{\"role\":\"viewer\",\"note\":\"ä€😀\"}"),
                Optional.of("because"),
                "192.0.2.1");
    }

    private List<String> write(int rows, Instant at) {
        List<String> ids = IntStream.range(0, rows)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        database.runInTransaction(entities ->
                log(entities).append(ids.stream().map(id -> row(id, at)).toList()));
        return ids;
    }

    private SqlAuditLog log(EntityManager entities) {
        return new SqlAuditLog(entities, world.realm(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void seal() {
        new SealRecord(transactions(this::seals), Clock.fixed(NOW, ZoneOffset.UTC), made::add).run();
    }

    private AuditSeals seals(EntityManager entities) {
        return new SqlAuditSeals(entities, world.realm());
    }

    private <P> Transactions<P> transactions(Function<EntityManager, P> ports) {
        return new Transactions<>() {
            @Override
            public <T> T run(Function<P, T> work) {
                return database.inTransaction(entities -> work.apply(ports.apply(entities)));
            }
        };
    }

    private Verification verify() {
        Caller caller = new Caller(ada, "ada", false, Optional.empty(), "");
        return database.inTransaction(entities -> new VerifyRecord(
                        new Admins(new SqlDirectory(entities, world.realm(), world.adminRole())), seals(entities))
                .verify(caller));
    }

    private void tamper(String sql, Object... values) {
        world.people().run(sql, values);
    }

    private void threeSeals() {
        for (int seal = 0; seal < 3; seal++) {
            write(ROWS, NOW.plusSeconds(seal));
            seal();
        }
    }

    private String aRowOf(long seal) {
        return database.inTransaction(entities -> (String) entities.createNativeQuery(
                        "SELECT MIN(ID) FROM FA_AUDIT WHERE REALM_ID = ?1 AND SEAL_NO = ?2", String.class)
                .setParameter(1, world.realm())
                .setParameter(2, seal)
                .getSingleResult());
    }

    @Test
    void what_nobody_touched_is_intact_and_what_is_unsealed_is_told() {
        threeSeals();
        write(2, NOW.minusSeconds(5));

        Verification found = verify();

        assertThat(found.mismatch()).isEmpty();
        assertThat(found.seals()).isEqualTo(3);
        assertThat(found.rows()).isEqualTo(3 * ROWS);
        assertThat(found.lastSeal()).isEqualTo(made.get(2).hash());
        assertThat(found.unsealed()).isEqualTo(2);
        assertThat(found.oldestUnsealed()).contains(NOW.minusSeconds(5));
    }

    @Test
    void an_empty_record_is_intact() {
        assertThat(verify().mismatch()).isEmpty();
        seal();
        assertThat(made).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACTOR, 'mallory'",
        "ACTOR_ID, 'mallorys'",
        "CHANGE_TYPE, 'no-such-change'",
        "NODE_PATH, 'W/???'",
        "PRINCIPAL_NAME, 'vick'",
        "PRINCIPAL_TYPE, 'nobody'",
        "AFTER_STATE, '{}'",
        "BEFORE_STATE, ''",
        "REASON, 'just so'",
        "ADDRESS, '192.0.2.2'"
    })
    void a_changed_field_is_found_and_its_row_named(String column, String value) {
        threeSeals();
        String row = aRowOf(2);
        tamper("UPDATE FA_AUDIT SET " + column + " = ?1 WHERE ID = ?2", value, row);

        assertThat(verify().mismatch())
                .contains(new Verification.Mismatch(Kind.ROW_CHANGED, Optional.of(2L), Optional.of(row)));
        assertThat(verify().seals()).isOne();
    }

    @Test
    void other_changes_of_a_row_are_found_too() {
        threeSeals();
        String row = aRowOf(1);
        tamper("UPDATE FA_AUDIT SET SECRET = FALSE WHERE ID = ?1", row);
        assertThat(verify().mismatch().orElseThrow().row()).contains(row);

        tamper("UPDATE FA_AUDIT SET SECRET = TRUE, WRITTEN_AT = WRITTEN_AT + 1 WHERE ID = ?1", row);
        assertThat(verify().mismatch().orElseThrow().row()).contains(row);
    }

    @Test
    void a_row_changed_together_with_its_hash_breaks_its_seal() {
        threeSeals();
        String row = aRowOf(2);
        String forged = RowHash.of(world.realm(), row(row, NOW.plusSeconds(99)));
        tamper(
                "UPDATE FA_AUDIT SET WRITTEN_AT = ?1, HASH = ?2 WHERE ID = ?3",
                Micros.of(NOW.plusSeconds(99)),
                forged,
                row);

        assertThat(verify().mismatch())
                .contains(new Verification.Mismatch(Kind.SEAL_CHANGED, Optional.of(2L), Optional.empty()));
    }

    @Test
    void missing_and_added_rows_are_found() {
        threeSeals();
        tamper("DELETE FROM FA_AUDIT WHERE ID = ?1", aRowOf(3));
        assertThat(verify().mismatch().map(Verification.Mismatch::kind)).contains(Kind.ROW_MISSING);

        String added = write(1, NOW).get(0);
        tamper("UPDATE FA_AUDIT SET SEAL_NO = 1 WHERE ID = ?1", added);
        assertThat(verify().mismatch())
                .contains(new Verification.Mismatch(Kind.ROW_ADDED, Optional.of(1L), Optional.empty()));

        tamper("UPDATE FA_AUDIT SET SEAL_NO = 3 WHERE ID = ?1", added);
        assertThat(verify().mismatch().map(Verification.Mismatch::kind)).contains(Kind.SEAL_CHANGED);
    }

    @Test
    void a_row_of_a_seal_that_never_was_is_found() {
        threeSeals();
        String added = write(1, NOW).get(0);
        tamper("UPDATE FA_AUDIT SET SEAL_NO = 17 WHERE ID = ?1", added);

        assertThat(verify().mismatch())
                .contains(new Verification.Mismatch(Kind.ROW_ADDED, Optional.of(17L), Optional.of(added)));
    }

    @Test
    void a_missing_seal_is_found_also_the_last() {
        threeSeals();
        tamper("DELETE FROM FA_AUDIT_SEAL WHERE REALM_ID = ?1 AND SEAL_NO = 3", world.realm());
        assertThat(verify().mismatch())
                .contains(new Verification.Mismatch(Kind.SEAL_MISSING, Optional.of(3L), Optional.empty()));

        tamper("DELETE FROM FA_AUDIT_SEAL WHERE REALM_ID = ?1 AND SEAL_NO = 1", world.realm());
        assertThat(verify().mismatch().orElseThrow().seal()).contains(1L);
    }

    @Test
    void a_chain_made_anew_from_some_seal_on_does_not_end_as_it_did() {
        threeSeals();
        Seal first = made.get(0);
        tamper("UPDATE FA_AUDIT_SEAL SET HASH = ?1 WHERE REALM_ID = ?2 AND SEAL_NO = 3", first.hash(), world.realm());
        assertThat(verify().mismatch())
                .contains(new Verification.Mismatch(Kind.SEAL_CHANGED, Optional.of(3L), Optional.empty()));
    }

    @Test
    void a_row_that_is_changed_before_it_is_sealed_is_found_too() {
        String row = write(1, NOW).get(0);
        tamper("UPDATE FA_AUDIT SET ACTOR = 'mallory' WHERE ID = ?1", row);
        assertThat(verify().mismatch())
                .contains(new Verification.Mismatch(Kind.ROW_CHANGED, Optional.empty(), Optional.of(row)));

        seal();
        assertThat(verify().mismatch())
                .contains(new Verification.Mismatch(Kind.ROW_CHANGED, Optional.of(1L), Optional.of(row)));
    }

    @Test
    void a_row_committed_late_with_an_earlier_time_is_sealed_later_and_breaks_nothing() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> database.runInTransaction(entities -> {
            log(entities).append(List.of(row("late-" + world.realm().substring(0, 8), NOW.minusSeconds(60))));
            entities.flush();
            written.countDown();
            await(sealed);
        }));
        written.await();
        write(ROWS, NOW);
        seal();
        assertThat(verify().mismatch()).isEmpty();
        assertThat(verify().rows()).isEqualTo(ROWS);
        sealed.countDown();
        slow.get();

        assertThat(verify().unsealed()).isOne();
        seal();
        assertThat(verify().mismatch()).isEmpty();
        assertThat(verify().rows()).isEqualTo(ROWS + 1);
        assertThat(verify().unsealed()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writers_do_not_wait_for_a_sealer() throws Exception {
        write(ROWS, NOW);
        CompletableFuture<List<String>> writer = database.inTransaction(entities -> {
            seals(entities).lock();
            CompletableFuture<List<String>> writing = CompletableFuture.supplyAsync(() -> write(ROWS, NOW));
            assertThat(writing.orTimeout(20, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(20));
            return writing;
        });
        assertThat(writer.get()).hasSize(ROWS);
    }

    @Test
    void sealers_of_two_servers_make_one_chain() throws Exception {
        for (int round = 0; round < 5; round++) {
            write(700, NOW);
            CompletableFuture<Void> one = CompletableFuture.runAsync(this::sealPatiently);
            CompletableFuture<Void> other = CompletableFuture.runAsync(this::sealPatiently);
            one.get();
            other.get();
        }
        seal();

        assertThat(verify().mismatch()).isEmpty();
        assertThat(verify().rows()).isEqualTo(3500);
        assertThat(verify().unsealed()).isZero();
    }

    private void sealPatiently() {
        try {
            new SealRecord(transactions(this::seals), Clock.fixed(NOW, ZoneOffset.UTC), seal -> {}).run();
        } catch (DomainProblem collided) {
            // The next sign will do.
        }
    }

    @Test
    void retention_removes_whole_seals_on_record_and_leaves_a_chain_that_fits() {
        threeSeals();
        Clock clock = Clock.fixed(NOW.plusSeconds(2).plus(Duration.ofDays(30)), ZoneOffset.UTC);
        trim(clock);

        Verification found = verify();
        assertThat(found.mismatch()).isEmpty();
        assertThat(found.removed()).isEqualTo(2);
        assertThat(found.seals()).isOne();
        AuditRow trimmed = newest().get(0);
        assertThat(trimmed.change()).isEqualTo(AuditChange.RECORD_TRIMMED);
        assertThat(trimmed.actor()).isEqualTo("system");
        assertThat(trimmed.before().orElseThrow())
                .contains("\"firstSeal\":1,\"lastSeal\":2", made.get(1).hash(), "\"rows\":" + 2 * ROWS);
        seal();
        assertThat(verify().mismatch()).isEmpty();

        String added = write(1, NOW).get(0);
        tamper("UPDATE FA_AUDIT SET SEAL_NO = 1 WHERE ID = ?1", added);
        assertThat(verify().mismatch().orElseThrow().row()).contains(added);
    }

    @Test
    void retention_keeps_what_is_young_or_unsealed() {
        write(ROWS, NOW);
        trim(Clock.fixed(NOW.plus(Duration.ofDays(31)), ZoneOffset.UTC));
        assertThat(verify().unsealed()).isEqualTo(ROWS);

        seal();
        trim(Clock.fixed(NOW.plus(Duration.ofDays(30)), ZoneOffset.UTC));
        assertThat(verify().removed()).isZero();
        assertThat(verify().rows()).isEqualTo(ROWS);
    }

    private void trim(Clock clock) {
        new TrimRecord(
                        transactions(entities ->
                                new TrimRecord.Desk(seals(entities), new AuditTrail(log(entities), rows -> {}, clock))),
                        Duration.ofDays(30),
                        clock)
                .run();
    }

    private static AuditLog.Query all() {
        return new AuditLog.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Test
    void other_realms_have_chains_of_their_own() {
        threeSeals();
        World other = new World(database);

        assertThat(headOf(other)).isEqualTo(SealHead.EMPTY);
        assertThat(unsealedRealms()).doesNotContain(world.realm());
    }

    private SealHead headOf(World other) {
        return database.inTransaction(entities -> new SqlAuditSeals(entities, other.realm()).head());
    }

    private List<String> unsealedRealms() {
        return database.inTransaction(entities -> new DueRealms(entities).unsealed());
    }

    private List<AuditRow> newest() {
        return database.inTransaction(entities -> log(entities).read(all()));
    }
}
