package io.featureaccess.application.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.Postman.Outcome;
import io.featureaccess.application.port.Stationery.Written;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.notice.Patience;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Role;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendLettersTest {

    private static final Duration DAY = Duration.ofDays(1);

    private MailDesk desk;
    private Node node;
    private Principal bob;
    private Grant grant;

    @BeforeEach
    void bobWillBeTold() {
        desk = new MailDesk();
        desk.realm.node("w");
        node = desk.realm.node("w/p");
        bob = desk.realm.user("bob");
        grant = desk.realm.grant(bob, Role.CONSUMER, "w/p");
    }

    private void put(int letters) {
        Notice notice = Notice.requestGranted(node.id(), bob, Role.CONSUMER, Optional.empty(), Optional.empty());
        desk.letters.put(Collections.nCopies(letters, notice));
    }

    @Test
    void a_letter_is_sent_once_and_forgotten() {
        put(1);

        desk.send();
        desk.send();

        assertThat(desk.arrived).extracting(Written::subject).containsExactly("w/p");
        assertThat(desk.letters.all()).isEmpty();
    }

    @Test
    void many_are_all_sent() {
        put(45);

        desk.send();

        assertThat(desk.arrived).hasSize(45);
    }

    @Test
    void whoever_lost_sight_of_the_node_is_not_told() {
        put(1);
        desk.realm.grants().remove(Set.of(grant.id()), desk.realm.byNobody());

        desk.send();

        assertThat(desk.tried).isZero();
        assertThat(desk.letters.all()).isEmpty();
    }

    @Test
    void of_what_was_lost_people_are_told_unless_it_is_secret_or_they_are_disabled() {
        Notice revoked = Notice.revoked(Optional.of(node.id()), bob, Role.CONSUMER, Optional.of("over"));
        desk.realm.grants().remove(Set.of(grant.id()), desk.realm.byNobody());

        desk.letters.put(List.of(revoked));
        desk.send();
        assertThat(desk.arrived).extracting(Written::subject).containsExactly("w/p");

        desk.realm.directory().disable(bob);
        desk.letters.put(List.of(revoked));
        desk.send();
        assertThat(desk.arrived).hasSize(1);

        Node secret = desk.realm.node("w/s", new NodeTraits.Project(true, false));
        Principal vic = desk.realm.user("vic");
        desk.letters.put(List.of(Notice.revoked(Optional.of(secret.id()), vic, Role.OWNER, Optional.empty())));
        desk.send();
        assertThat(desk.arrived).hasSize(1);
        assertThat(desk.letters.all()).isEmpty();
    }

    @Test
    void whoever_switched_it_off_is_not_told() {
        put(1);
        desk.recipients.switchOff(bob.id());

        desk.send();

        assertThat(desk.tried).isZero();
        assertThat(desk.letters.all()).isEmpty();
    }

    @Test
    void an_end_on_all_workspaces_is_told_without_a_node() {
        desk.letters.put(List.of(Notice.endsSoon(
                Optional.empty(), bob, Role.VIEWER, desk.realm.clock().instant().plus(DAY))));

        desk.send();

        assertThat(desk.arrived).extracting(Written::subject).containsExactly("*");
    }

    @Test
    void what_the_server_refuses_is_tried_again_later_under_the_same_id() {
        put(1);
        String id = desk.letters.all().get(0).id();
        desk.outcomes.add(Outcome.REFUSED);

        desk.send();
        desk.send();
        assertThat(desk.tried).isOne();

        desk.realm.clock().pass(MailDesk.MINUTE);
        desk.send();

        assertThat(desk.arrived).extracting(Written::id).containsExactly(id);
    }

    @Test
    void one_refused_letter_does_not_hold_up_the_others() {
        put(3);
        desk.outcomes.add(Outcome.REFUSED);

        desk.send();

        assertThat(desk.arrived).hasSize(2);
    }

    @Test
    void a_server_that_does_not_answer_is_asked_once_a_round() {
        put(15);
        desk.outcomes.add(Outcome.UNREACHABLE);

        desk.send();

        assertThat(desk.tried).isOne();
        assertThat(desk.letters.all())
                .extracting(Letter::attempts)
                .containsOnlyOnce(1)
                .hasSize(15);
        desk.realm.clock().pass(MailDesk.MINUTE);
        desk.send();
        assertThat(desk.arrived).hasSize(15);
    }

    @Test
    void a_letter_is_given_up_after_its_last_attempt_and_that_is_told() {
        put(1);
        desk.outcomes.addAll(Collections.nCopies(Patience.ATTEMPTS, Outcome.REFUSED));

        for (int round = 0; round < 2 * Patience.ATTEMPTS; round++) {
            desk.send();
            desk.realm.clock().pass(DAY);
        }

        assertThat(desk.tried).isEqualTo(Patience.ATTEMPTS);
        assertThat(desk.givenUp).hasSize(1);
        assertThat(desk.letters.all()).isEmpty();
    }

    @Test
    void what_a_dead_server_had_claimed_is_sent_when_its_claim_is_over() {
        put(1);
        desk.letters.claimDue(
                "dead",
                desk.realm.clock().instant(),
                desk.realm.clock().instant().plus(SendLetters.CLAIMED),
                20);

        desk.send();
        assertThat(desk.tried).isZero();

        desk.realm.clock().pass(SendLetters.CLAIMED);
        desk.send();
        assertThat(desk.arrived).hasSize(1);
    }
}
