package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.AuditLog;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How PostgreSQL reads a long record: by an index whatever is asked for, and no page costs what came before it. With {@code
 * -Daudit.rows=1000000} it prints the times for a million rows.
 */
class AuditPlansTest {

    private static final TestDatabase DATABASE = TestDatabase.POSTGRESQL;
    private static final int ROWS = Integer.getInteger("audit.rows", 50_000);
    private static final Instant BEGIN = Instant.parse("2027-01-01T00:00:00Z");
    private static final int PAGE = 500;

    private static String realm;

    /** A row a second about 1,000 projects in ten workspaces, by 50 people about 2,000; one kind of change is rare. */
    @BeforeAll
    static void aLongRecord() {
        realm = People.inNewRealm(DATABASE).realm();
        DATABASE.runInTransaction(entities -> entities.createNativeQuery("""
                        INSERT INTO FA_AUDIT (ID, REALM_ID, WRITTEN_AT, ACTOR, ACTOR_ID, CHANGE_TYPE, NODE_ID, NODE_PATH, SECRET,
                            PRINCIPAL_ID, PRINCIPAL_TYPE, PRINCIPAL_NAME, AFTER_STATE, ADDRESS, HASH)
                        SELECT gen_random_uuid()::text, ?1, ?2 + i * 1000000::bigint, 'actor', 'actor-' || i % 50,
                            CASE WHEN i % 10000 = 17 THEN 'settings-changed' ELSE 'grant-added' END,
                            'node-' || i % 1000, 'w' || i % 10 || '/p' || i % 1000, FALSE,
                            'principal-' || i % 2000, 'user', 'somebody', '{"role":"viewer"}', '192.0.2.1', repeat('0', 64)
                        FROM generate_series(1, ?3) i
                        """)
                .setParameter(1, realm)
                .setParameter(2, BEGIN.toEpochMilli() * 1000)
                .setParameter(3, ROWS)
                .executeUpdate());
        DATABASE.runInTransaction(
                entities -> entities.createNativeQuery("ANALYZE FA_AUDIT").executeUpdate());
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of("all", of("", "", "", "")),
                Arguments.of("one project", of("w7/p7", "", "", "")),
                Arguments.of("a workspace and below", of("w7", "", "", "")),
                Arguments.of("about somebody", of("", "principal-7", "", "")),
                Arguments.of("by somebody", of("", "", "actor-7", "")),
                Arguments.of("a rare kind of change", of("", "", "", "settings-changed")),
                Arguments.of("about nobody", of("", "principal-x", "", "")),
                Arguments.of("a project that is not there", of("w7/none", "", "", "")));
    }

    private static AuditLog.Query of(String node, String principal, String actor, String change) {
        return new AuditLog.Query(
                given(node).map(NodePath::parse),
                given(principal).map(PrincipalId::new),
                given(actor).map(PrincipalId::new),
                given(change).map(AuditChange::parse),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PAGE);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void the_record_is_read_by_an_index(String what, AuditLog.Query query) {
        long scans = sequentialScans();
        Instant begin = Instant.now();
        List<AuditRow> rows = read(query);
        Duration took = Duration.between(begin, Instant.now());

        System.out.printf("%-30s %,d rows: %d found, %d ms%n", what, ROWS, rows.size(), took.toMillis());
        assertThat(sequentialScans()).isEqualTo(scans);
    }

    @Test
    void a_period_is_entered_where_it_begins() {
        Instant middle = BEGIN.plusSeconds(ROWS / 2);
        AuditLog.Query query = new AuditLog.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(middle),
                Optional.of(middle.plusSeconds(100)),
                Optional.empty(),
                Optional.empty(),
                PAGE);

        assertThat(read(query)).hasSize(100);
        assertThat(blocksOf(query)).isLessThan(400);
    }

    @Test
    void a_page_costs_nothing_of_those_before_it_and_after_it() {
        AuditLog.Query first = of("", "", "", "");
        String middle = DATABASE.inTransaction(entities -> (String) entities.createNativeQuery(
                        "SELECT ID FROM FA_AUDIT WHERE REALM_ID = ?1 ORDER BY WRITTEN_AT OFFSET ?2 FETCH FIRST 1 ROW ONLY",
                        String.class)
                .setParameter(1, realm)
                .setParameter(2, ROWS / 2)
                .getSingleResult());
        AuditLog.Query deep = new AuditLog.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(middle),
                PAGE);

        assertThat(read(deep)).hasSize(PAGE);
        assertThat(blocksOf(deep)).isLessThan(2 * blocksOf(first) + 100);
    }

    /** What it touches is counted when it has ended, and not a moment later as usual. */
    private static List<AuditRow> read(AuditLog.Query query) {
        return DATABASE.inTransaction(entities -> {
            entities.createNativeQuery("SELECT CAST(pg_stat_force_next_flush() AS VARCHAR)")
                    .getResultList();
            return read(entities, query);
        });
    }

    private static List<AuditRow> read(EntityManager entities, AuditLog.Query query) {
        return new SqlAuditLog(entities, realm, Clock.fixed(BEGIN, ZoneOffset.UTC)).read(query);
    }

    private static long sequentialScans() {
        return statistic("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'fa_audit'");
    }

    /** The fewest of three, since the database's own housekeeping touches blocks meanwhile. */
    private static long blocksOf(AuditLog.Query query) {
        return LongStream.generate(() -> blocksTouched(query)).limit(3).min().orElseThrow();
    }

    /** How many blocks of the table and its indexes are touched for an answer. */
    private static long blocksTouched(AuditLog.Query query) {
        String touched = "SELECT heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit"
                + " FROM pg_statio_user_tables WHERE relname = 'fa_audit'";
        long before = statistic(touched);
        read(query);
        return statistic(touched) - before;
    }

    /** As it is now, and not as it was a moment ago. */
    private static long statistic(String sql) {
        return DATABASE.inTransaction(entities -> {
            entities.createNativeQuery("SELECT CAST(pg_stat_force_next_flush() AS VARCHAR)")
                    .getResultList();
            return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
        });
    }
}
