package io.featureaccess.application.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Role;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressLettersTest {

    private static final Optional<String> WHY = Optional.of("churn");

    private MailDesk desk;
    private Node node;
    private Principal bob;

    @BeforeEach
    void aStore() {
        desk = new MailDesk();
        desk.realm.node("w");
        node = desk.realm.node("w/p");
        bob = desk.realm.user("bob");
    }

    private Principal ownerOf(String path, String name) {
        Principal owner = desk.realm.user(name);
        desk.realm.grant(owner, Role.OWNER, path);
        desk.owner(owner);
        return owner;
    }

    private void bobAsks() {
        desk.letters.put(List.of(Notice.requestMade(node.id(), bob, Role.CONSUMER, WHY, Optional.empty())));
        desk.address();
    }

    @Test
    void a_request_goes_to_the_owners_in_their_order() {
        ownerOf("w/p", "olga");
        ownerOf("w", "wanda");

        bobAsks();

        assertThat(desk.recipients()).containsExactly("olga", "wanda");
    }

    @Test
    void at_most_twenty_are_told() {
        for (int i = 0; i < 30; i++) {
            ownerOf("w/p", "owner-" + i);
        }

        bobAsks();

        assertThat(desk.recipients()).hasSize(AddressLetters.AT_MOST).contains("owner-0", "owner-19");
    }

    @Test
    void who_asks_is_not_told_and_twenty_others_are() {
        desk.owner(bob);
        desk.realm.grant(bob, Role.OWNER, "w/p");
        for (int i = 0; i < 25; i++) {
            ownerOf("w/p", "owner-" + i);
        }

        bobAsks();

        assertThat(desk.recipients()).hasSize(AddressLetters.AT_MOST).doesNotContain("bob");
    }

    @Test
    void an_owner_who_lost_it_meanwhile_is_not_told() {
        desk.owner(desk.realm.user("formerly"));
        ownerOf("w/p", "olga");

        bobAsks();

        assertThat(desk.recipients()).containsExactly("olga");
    }

    @Test
    void admins_are_told_where_nobody_owns_the_node() {
        desk.recipients.admin(desk.realm.admin("ada").id());

        bobAsks();

        assertThat(desk.recipients()).containsExactly("ada");
    }

    @Test
    void admins_are_left_alone_where_somebody_does() {
        desk.recipients.admin(desk.realm.admin("ada").id());
        ownerOf("w", "wanda");

        bobAsks();

        assertThat(desk.recipients()).containsExactly("wanda");
    }

    @Test
    void of_a_secret_node_no_admin_is_told() {
        Node vault = desk.realm.secret("w/vault");
        desk.recipients.admin(desk.realm.admin("ada").id());
        desk.letters.put(List.of(Notice.requestMade(vault.id(), bob, Role.VIEWER, WHY, Optional.empty())));

        desk.address();

        assertThat(desk.letters.all()).isEmpty();
    }

    @Test
    void nobody_is_told_of_a_node_that_is_gone() {
        ownerOf("w/p", "olga");
        desk.letters.put(List.of(Notice.requestMade(node.id(), bob, Role.VIEWER, WHY, Optional.empty())));
        desk.realm.nodes().delete(node.path(), desk.realm.clock().instant(), desk.realm.byNobody());

        desk.address();

        assertThat(desk.letters.all()).isEmpty();
    }

    @Test
    void of_many_nodes_opened_at_once_an_owner_gets_one_letter() {
        Principal ada = desk.realm.admin("ada");
        Principal olga = desk.realm.user("olga");
        desk.realm.grant(olga, Role.OWNER, "w");
        desk.owner(olga);
        List<Notice> opened = List.of("w/a", "w/b", "w/c").stream()
                .map(path -> Notice.glassBroken(desk.realm.secret(path).id(), ada.id(), "ada", WHY))
                .toList();
        desk.letters.put(opened);

        desk.address();

        assertThat(desk.recipients()).containsExactly("olga");
        assertThat(desk.letters.all().get(0).others()).isEqualTo(2);
    }

    @Test
    void two_requests_are_two_letters() {
        ownerOf("w/p", "olga");
        bobAsks();
        bobAsks();

        assertThat(desk.recipients()).containsExactly("olga", "olga");
    }

    @Test
    void more_than_one_transaction_takes_are_all_addressed() {
        ownerOf("w/p", "olga");
        Notice notice = Notice.requestMade(node.id(), bob, Role.VIEWER, WHY, Optional.empty());
        desk.letters.put(Collections.nCopies(250, notice));

        desk.address();

        assertThat(desk.recipients()).hasSize(250).containsOnly("olga");
    }
}
