package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.featureaccess.application.port.Letters;
import io.featureaccess.application.port.Letters.Addressed;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters and their claims, as the databases have them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlLettersTest {

    private static final Instant NOW = World.NOW;
    private static final Instant CLAIMED = NOW.plus(Duration.ofMinutes(3));

    @Parameter
    TestDatabase database;

    private World world;

    @BeforeEach
    void aRealm() {
        world = new World(database);
    }

    private List<Letter> letters(Function<Letters, List<Letter>> work) {
        return database.inTransaction(entities -> work.apply(new SqlLetters(entities, world.realm())));
    }

    private boolean isHeld(String id, String claim) {
        return database.inTransaction(entities -> new SqlLetters(entities, world.realm()).renew(id, claim, CLAIMED));
    }

    private static int cleared(World world) {
        return world.database().inTransaction(entities -> new SqlLetters(entities, world.realm()).clear());
    }

    private void change(Consumer<Letters> work) {
        database.runInTransaction(entities -> work.accept(new SqlLetters(entities, world.realm())));
    }

    private void put(Notice... notices) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        database.runInTransaction(entities -> new SqlOutbox(entities, world.realm(), clock).put(List.of(notices)));
    }

    private static Principal bob() {
        return new Principal(new PrincipalId("bobs-id"), PrincipalType.USER, "bob");
    }

    private static Notice granted() {
        return Notice.requestGranted(
                new NodeId("some-node"), bob(), Role.EDITOR, Optional.of("welcome <b>"), Optional.of(NOW));
    }

    @Test
    void a_letter_reads_back_as_it_was_put() {
        put(granted());

        Letter letter = letters(all -> all.claimDue("c", NOW, CLAIMED, 10)).get(0);

        assertThat(letter.notice()).isEqualTo(granted());
        assertThat(letter.createdAt()).isEqualTo(NOW);
        assertThat(letter.attempts()).isOne();
    }

    @Test
    void a_notice_to_several_is_replaced_by_letters_to_each() {
        Notice asked = Notice.requestMade(new NodeId("n"), bob(), Role.VIEWER, Optional.empty(), Optional.empty());
        put(asked);
        assertThat(letters(all -> all.claimDue("c", NOW, CLAIMED, 10))).isEmpty();

        change(all -> {
            assertThat(all.claimUnaddressed("c", NOW, 10))
                    .extracting(Letter::notice)
                    .containsExactly(asked);
            all.address(
                    "c",
                    List.of(
                            new Addressed(new PrincipalId("olga"), asked, 0),
                            new Addressed(new PrincipalId("wanda"), asked, 3)),
                    NOW);
        });

        assertThat(letters(all -> all.claimUnaddressed("d", CLAIMED, 10))).isEmpty();
        assertThat(letters(all -> all.claimDue("d", NOW, CLAIMED, 10)))
                .extracting(letter -> letter.notice().audience(), Letter::others)
                .containsExactlyInAnyOrder(
                        tuple(new Audience.Person(new PrincipalId("olga")), 0),
                        tuple(new Audience.Person(new PrincipalId("wanda")), 3));
    }

    @Test
    void a_claim_holds_until_its_end_and_then_counts_a_second_attempt() {
        put(granted());
        letters(all -> all.claimDue("dead", NOW, CLAIMED, 10));

        assertThat(letters(all -> all.claimDue("other", CLAIMED.minusMillis(1), CLAIMED, 10)))
                .isEmpty();
        Letter again = letters(all -> all.claimDue("other", CLAIMED, CLAIMED.plusSeconds(60), 10))
                .get(0);

        assertThat(again.attempts()).isEqualTo(2);
        assertThat(isHeld(again.id(), "dead")).isFalse();
        assertThat(isHeld(again.id(), "other")).isTrue();
    }

    @Test
    void servers_that_claim_at_once_share_the_letters_and_none_comes_twice() throws Exception {
        put(IntStream.range(0, 100).mapToObj(i -> granted()).toArray(Notice[]::new));
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<Letter>>> claims = IntStream.range(0, 20)
                    .<Callable<List<Letter>>>mapToObj(i -> () -> claimPatiently("server-" + i))
                    .toList();
            List<String> claimed = servers.invokeAll(claims).stream()
                    .flatMap(SqlLettersTest::lettersOf)
                    .map(Letter::id)
                    .collect(Collectors.toList());

            assertThat(claimed).doesNotHaveDuplicates().isNotEmpty();
            List<Letter> rest = letters(all -> all.claimDue("last", NOW, CLAIMED, 500));
            assertThat(claimed.size() + rest.size()).isEqualTo(100);
        } finally {
            servers.shutdown();
        }
    }

    /** A database may refuse one of two that collide, as it may a request; it is tried again at the next sign. */
    private List<Letter> claimPatiently(String claim) {
        try {
            return letters(all -> all.claimDue(claim, NOW, CLAIMED, 20));
        } catch (DomainProblem collided) {
            return List.of();
        }
    }

    private static Stream<Letter> lettersOf(Future<List<Letter>> claimed) {
        try {
            return claimed.get().stream();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_postponed_waits_and_what_is_released_counts_no_attempt() {
        put(granted(), granted());
        List<Letter> both = letters(all -> all.claimDue("c", NOW, CLAIMED, 10));
        Instant later = NOW.plusSeconds(60);
        change(all -> all.postpone(both.get(0).id(), "c", later));
        change(all -> all.release("c", later));

        assertThat(letters(all -> all.claimDue("d", NOW, CLAIMED, 10))).isEmpty();
        assertThat(letters(all -> all.claimDue("d", later, CLAIMED, 10)))
                .extracting(Letter::attempts)
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void what_is_sent_is_forgotten_by_its_holder_only() {
        put(granted());
        String id = letters(all -> all.claimDue("c", NOW, CLAIMED, 10)).get(0).id();
        change(all -> all.remove(id, "somebody else"));
        assertThat(isHeld(id, "c")).isTrue();

        change(all -> all.remove(id, "c"));

        assertThat(cleared(world)).isZero();
    }

    private List<String> due() {
        return database.inTransaction(entities -> new DueRealms(entities).lettersDue(NOW));
    }

    @Test
    void other_realms_keep_theirs() {
        put(granted());
        World other = new World(database);

        assertThat(cleared(other)).isZero();
        assertThat(due()).contains(world.realm()).doesNotContain(other.realm());
        assertThat(cleared(world)).isOne();
    }
}
