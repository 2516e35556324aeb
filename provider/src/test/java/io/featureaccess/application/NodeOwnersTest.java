package io.featureaccess.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom one may ask about a node. */
class NodeOwnersTest {

    private final FakeRealm realm = new FakeRealm();

    @BeforeEach
    void aFeatureSet() {
        realm.node("fraud");
        realm.node("fraud/payments");
        realm.node("fraud/payments/cards");
    }

    @Test
    void nearest_owners_come_first_and_then_those_above() {
        realm.grantOnAllWorkspaces(realm.user("amy"), Role.OWNER);
        realm.grant(realm.user("ben"), Role.OWNER, "fraud");
        realm.grant(realm.group("/teams/cards"), Role.OWNER, "fraud/payments");
        realm.grant(realm.user("dan"), Role.EDITOR, "fraud/payments");

        assertThat(owners("fraud/payments/cards"))
                .containsExactly("group:/teams/cards", "user:dan", "user:ben", "user:amy");
        assertThat(owners("fraud/payments")).containsExactly("group:/teams/cards", "user:ben", "user:amy");
        assertThat(owners("fraud")).containsExactly("user:ben", "user:amy");
    }

    @Test
    void who_owns_nothing_for_now_is_left_out() {
        realm.grant(realm.user("asleep"), Role.OWNER, "fraud/payments/cards");
        realm.grant(realm.user("disabled"), Role.OWNER, "fraud");
        realm.directory().disable(realm.user("disabled"));
        realm.grant(
                realm.user("expired"),
                Role.OWNER,
                GrantTarget.node(realm.at("fraud").id()),
                Optional.of(realm.clock().instant()));
        realm.grant(realm.user("zoe"), Role.OWNER, "fraud");

        assertThat(owners("fraud/payments/cards")).containsExactly("user:zoe");
    }

    @Test
    void no_more_than_five_are_named() {
        for (int i = 0; i < 9; i++) {
            realm.grant(realm.user("owner-" + i), Role.OWNER, "fraud");
        }

        assertThat(owners("fraud")).hasSize(5).startsWith("user:owner-0").endsWith("user:owner-4");
    }

    private List<String> owners(String path) {
        return new NodeOwners(realm.grants(), realm.facts())
                .of(realm.at(path).id(), realm.clock().instant()).stream()
                        .map(Principal::reference)
                        .toList();
    }
}
