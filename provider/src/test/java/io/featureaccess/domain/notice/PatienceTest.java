package io.featureaccess.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Patience MINUTE = new Patience(Duration.ofMinutes(1));

    @Test
    void the_delay_doubles_up_to_half_a_day() {
        assertThat(IntStream.of(1, 2, 3, 10, 11, 14).mapToObj(MINUTE::after))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(512),
                        Duration.ofHours(12),
                        Duration.ofHours(12));
    }

    @Test
    void the_last_attempt_is_about_two_days_after_the_first() {
        Duration all =
                IntStream.range(1, Patience.ATTEMPTS).mapToObj(MINUTE::after).reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofDays(2), Duration.ofDays(3));
        assertThat(MINUTE.isOver(Patience.ATTEMPTS - 1)).isFalse();
        assertThat(MINUTE.isOver(Patience.ATTEMPTS)).isTrue();
    }
}
