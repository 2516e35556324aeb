package io.featureaccess.application.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeGrantEnds;
import io.featureaccess.application.fake.FakeOutbox;
import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnounceEndsTest {

    private final FakeRealm realm = new FakeRealm();
    private final FakeOutbox outbox = new FakeOutbox();
    private final FakeGrantEnds ends = new FakeGrantEnds(realm);

    @BeforeEach
    void aWorkspace() {
        realm.node("w");
    }

    private Grant grant(Principal principal, Duration lasting) {
        return realm.grant(
                principal,
                Role.CONSUMER,
                GrantTarget.node(realm.at("w").id()),
                Optional.of(realm.clock().instant().plus(lasting)));
    }

    private void announce() {
        AnnounceEnds.Desk desk = new AnnounceEnds.Desk(ends, outbox);
        new AnnounceEnds(
                        new Transactions<>() {
                            @Override
                            public <T> T run(Function<AnnounceEnds.Desk, T> work) {
                                return work.apply(desk);
                            }
                        },
                        realm.clock())
                .run();
    }

    @Test
    void the_holder_is_told_three_days_before_and_not_again() {
        Principal bob = realm.user("bob");
        Grant grant = grant(bob, Duration.ofDays(10));
        realm.clock().pass(Duration.ofDays(7).minusSeconds(1));
        announce();
        assertThat(outbox.notices()).isEmpty();

        realm.clock().pass(Duration.ofSeconds(1));
        announce();
        announce();

        assertThat(outbox.notices())
                .containsExactly(Notice.endsSoon(
                        Optional.of(realm.at("w").id()),
                        bob,
                        Role.CONSUMER,
                        grant.expiresAt().orElseThrow()));
    }

    @Test
    void of_a_group_those_are_told_who_can_prolong_it() {
        Principal group = realm.group("/analysts");
        grant(group, Duration.ofDays(5));
        realm.clock().pass(Duration.ofDays(3));

        announce();

        assertThat(outbox.notices()).extracting(Notice::audience).containsExactly(new Audience.Answerers(group.id()));
    }

    @Test
    void whoever_was_given_it_for_less_than_three_days_is_not_told() {
        grant(realm.user("bob"), Duration.ofDays(2));

        announce();

        assertThat(outbox.notices()).isEmpty();
        assertThat(ends.told()).hasSize(1);
    }

    @Test
    void many_are_all_told() {
        for (int i = 0; i < 250; i++) {
            grant(realm.user("user-" + i), Duration.ofDays(4));
        }
        realm.clock().pass(Duration.ofDays(2));

        announce();

        assertThat(outbox.notices()).hasSize(250);
    }
}
