package io.featureaccess.keycloak.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final FakeClock clock = new FakeClock();
    private final Throttle throttle = new Throttle(clock);

    private void refuse(String address, int times) {
        IntStream.range(0, times).forEach(time -> throttle.refused(address));
    }

    @Test
    void an_address_has_some_refusals_to_spare_and_then_one_a_second() {
        refuse("a", Throttle.SPARE - 1);
        assertThat(throttle.isTooMany("a")).isFalse();
        refuse("a", 1);
        assertThat(throttle.isTooMany("a")).isTrue();

        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.isTooMany("a")).isFalse();
        refuse("a", 1);
        assertThat(throttle.isTooMany("a")).isTrue();
    }

    @Test
    void other_addresses_are_none_the_worse() {
        refuse("a", Throttle.SPARE);

        assertThat(throttle.isTooMany("b")).isFalse();
    }

    @Test
    void everything_is_forgiven_in_time_and_nothing_is_saved_up() {
        refuse("a", Throttle.SPARE);
        clock.pass(Duration.ofDays(1));
        refuse("a", Throttle.SPARE - 1);

        assertThat(throttle.isTooMany("a")).isFalse();
    }

    @Test
    void the_address_that_was_quiet_longest_is_forgotten_first() {
        refuse("quiet", Throttle.SPARE);
        IntStream.range(0, Throttle.MOST_ADDRESSES).forEach(n -> refuse("n" + n, 1));

        assertThat(throttle.isTooMany("quiet")).isFalse();
    }
}
