package io.featureaccess.application.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeGrantEnds;
import io.featureaccess.application.fake.FakeOutbox;
import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.notice.NoticeKind;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordEndsTest {

    private final FakeRealm realm = new FakeRealm();
    private final FakeGrantEnds ends = new FakeGrantEnds(realm);
    private final FakeOutbox outbox = new FakeOutbox();

    @BeforeEach
    void aWorkspace() {
        realm.node("w");
    }

    private void grant(Principal principal, GrantTarget target, Duration lasting) {
        Instant end = realm.clock().instant().plus(lasting);
        realm.grant(principal, Role.CONSUMER, target, Optional.of(end));
    }

    private GrantTarget workspace() {
        return GrantTarget.node(realm.at("w").id());
    }

    private List<AuditRow> recorded() {
        RecordEnds.Desk desk = new RecordEnds.Desk(ends, realm.trail(), outbox);
        Transactions<RecordEnds.Desk> transactions = new Transactions<>() {
            @Override
            public <T> T run(Function<RecordEnds.Desk, T> work) {
                return work.apply(desk);
            }
        };
        new RecordEnds(transactions, realm.clock()).run();
        return realm.auditLog().rows(AuditChange.GRANT_EXPIRED);
    }

    @Test
    void an_end_is_on_record_from_that_instant_on_once_and_by_nobody() {
        grant(realm.user("bob"), workspace(), Duration.ofDays(1));
        realm.clock().pass(Duration.ofDays(1).minusNanos(1));
        assertThat(recorded()).isEmpty();

        realm.clock().pass(Duration.ofNanos(1));
        assertThat(recorded()).hasSize(1);
        AuditRow row = recorded().get(0);

        assertThat(recorded()).hasSize(1);
        assertThat(row.actor()).isEqualTo("system");
        assertThat(row.node().orElseThrow().path()).hasToString("w");
        assertThat(row.principal().orElseThrow().reference()).isEqualTo("user:bob");
        assertThat(row.before().orElseThrow()).contains("\"role\":\"consumer\"", "\"expiresAt\":");
        assertThat(row.after()).isEmpty();
    }

    @Test
    void its_holder_is_told_once_and_of_a_group_those_who_can_prolong_it() {
        Principal bob = realm.user("bob");
        Principal team = realm.group("/team");
        grant(bob, workspace(), Duration.ofDays(1));
        grant(team, workspace(), Duration.ofDays(1));
        realm.clock().pass(Duration.ofDays(1));
        recorded();
        recorded();

        assertThat(outbox.notices())
                .allMatch(notice -> notice.kind() == NoticeKind.ENDED)
                .extracting(Notice::audience)
                .containsExactlyInAnyOrder(new Audience.Person(bob.id()), new Audience.Answerers(team.id()));
    }

    @Test
    void an_end_on_all_workspaces_has_no_node() {
        grant(realm.group("/analysts"), GrantTarget.allWorkspaces(), Duration.ofDays(1));
        realm.clock().pass(Duration.ofDays(1));

        assertThat(recorded()).extracting(AuditRow::node).containsExactly(Optional.empty());
    }

    @Test
    void many_are_all_recorded() {
        for (int i = 0; i < 250; i++) {
            grant(realm.user("user-" + i), workspace(), Duration.ofDays(1));
        }
        realm.clock().pass(Duration.ofDays(1));

        assertThat(recorded()).hasSize(250);
    }
}
