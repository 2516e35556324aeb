package io.featureaccess.it.people;

import static io.featureaccess.it.scene.Fraud.permits;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Await;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.MailServer;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every cell of the platform's table that is about users: what admins may, and principals may not. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsersIT {

    private Fraud fraud;
    private TestRealm realm;
    private FeatureAccessApi ada;

    @BeforeAll
    void store(TestRealm made) {
        realm = made;
        fraud = new Fraud(realm);
        ada = fraud.as("ada");
        realm.admin()
                .put("", Map.of("bruteForceProtected", true, "failureFactor", 2, "quickLoginCheckMilliSeconds", 0))
                .expect(204);
    }

    @Test
    void principals_may_none_of_it() {
        FeatureAccessApi vic = fraud.as("vic");
        for (Answer refused : List.of(
                vic.get("users/user:bob"),
                vic.createWorkspace("prod", "live"),
                vic.post("users", Map.of("email", "zoe@example.com")),
                vic.post("users/user:bob/invitation", null),
                vic.delete("users/user:bob/invitation"),
                vic.delete("users/user:bob"),
                vic.post("users/user:bob/unlock", null),
                vic.put("users/user:vic/account-type", Map.of("accountType", "admin")),
                vic.put("all-workspaces/grants", Map.of("principal", "user:vic", "role", "viewer")))) {
            assertThat(refused.expect(403).code()).isEqualTo("forbidden");
        }
        vic.createWorkspace("scratch", "dev").expect(201);
        JsonNode users =
                vic.get("principals?type=user&search=bob").expect(200).json().path("items");
        assertThat(users.findValuesAsText("reference")).containsExactly("user:bob");
        assertThat(users.get(0).has("accountType")).isFalse();
        assertThat(vic.get("me").json().path("capabilities").toString()).doesNotContain("users", "groups");
    }

    @Test
    void admins_may_all_of_it() {
        ada.createWorkspace("prod-two", "live").expect(201);
        assertThat(ada.get("principals?type=user&search=bob")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("accountType")
                        .asText())
                .isEqualTo("principal");
        assertThat(ada.get("me").json().path("capabilities").toString())
                .contains("invite-users", "unlock-users", "remove-users", "manage-groups");
    }

    @Test
    void an_invitation_comes_by_mail_is_sent_again_and_taken_back() {
        try (MailServer mail = MailServer.start()) {
            mail.serve(realm);
            JsonNode zoe = ada.post(
                            "users",
                            Map.of("email", "zoe@example.com", "username", "zoe", "firstName", "Zoe", "lastName", "Z"))
                    .expect(201)
                    .json();
            assertThat(zoe.path("reference").asText()).isEqualTo("user:zoe");
            assertThat(zoe.path("delivery").asText()).isEqualTo("sent");
            assertThat(shown("zoe", "invited")).isTrue();
            assertThat(mail.await(1).get(0).to()).isEqualTo("zoe@example.com");
            assertThat(mail.received().get(0).text()).contains("/login-actions/action-token?key=");

            ada.post("users/user:zoe/invitation", null).expect(200);
            mail.await(2);
            ada.delete("users/user:zoe/invitation").expect(204);
            assertThat(ada.post("users/user:zoe/invitation", null).expect(404).code())
                    .isEqualTo("not-found");
        }
        MailServer.breakFor(realm);
        assertThat(invite("yves").path("delivery").asText()).isEqualTo("failed");
        MailServer.removeFrom(realm);
        assertThat(invite("xenia").path("delivery").asText()).isEqualTo("no-mail-server");
        assertThat(ada.post("users/user:bob/invitation", null).expect(409).code())
                .isEqualTo("not-invited");
        assertThat(ada.delete("users/user:bob/invitation").expect(409).code()).isEqualTo("not-invited");
        assertThat(ada.get("audit?change=user-invited").json().path("items").findValuesAsText("principal"))
                .contains("user:yves", "user:xenia");
    }

    private JsonNode invite(String name) {
        return ada.post("users", Map.of("email", name + "@example.com", "username", name))
                .expect(201)
                .json();
    }

    @Test
    void bad_invitations_are_refused_by_name() {
        refused(ada.post("users", Map.of("email", "bob@example.com", "username", "bobby")), 409, "name-taken", "email");
        refused(ada.post("users", Map.of("email", "b@example.com", "username", "bob")), 409, "name-taken", "username");
        refused(ada.post("users", Map.of("email", "no address")), 422, "malformed-value", "email");
        refused(ada.post("users", Map.of("username", "walt")), 422, "missing-field", "email");
        refused(ada.post("users", Map.of("email", "w@example.com", "admin", "yes")), 422, "unknown-field", "admin");
    }

    private static void refused(Answer answer, int status, String code, String field) {
        assertThat(answer.expect(status).code()).isEqualTo(code);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
    }

    @Test
    void who_failed_to_log_in_too_often_is_unlocked() {
        realm.directory().user("lena");
        lockOut("lena");
        assertThat(shown("lena", "locked")).isTrue();

        ada.post("users/user:lena/unlock?reason=called", null).expect(200);
        assertThat(shown("lena", "locked")).isFalse();
        realm.token("lena");
        assertThat(ada.post("users/user:lena/unlock", null).expect(409).code()).isEqualTo("not-locked");
        assertThat(ada.get("audit?change=user-unlocked&principal=user:lena")
                        .json()
                        .path("items")
                        .get(0)
                        .path("reason")
                        .asText())
                .isEqualTo("called");
    }

    @Test
    void who_is_locked_out_for_good_is_unlocked_and_who_was_disabled_by_hand_is_not() {
        realm.directory().user("lou");
        realm.directory().user("max");
        realm.directory().enable("max", false);
        realm.admin().put("", Map.of("permanentLockout", true)).expect(204);
        try {
            lockOut("lou");
            assertThat(enabled("lou")).isFalse();
            assertThat(shown("lou", "enabled")).isFalse();
            assertThat(shown("lou", "locked")).isTrue();
            assertThat(shown("max", "locked")).isFalse();
            ada.post("users/user:lou/unlock", null).expect(200);
            assertThat(enabled("lou")).isTrue();
            realm.token("lou");
            assertThat(ada.post("users/user:max/unlock", null).expect(409).code())
                    .isEqualTo("not-locked");
            assertThat(enabled("max")).isFalse();
        } finally {
            realm.admin().put("", Map.of("permanentLockout", false)).expect(204);
        }
    }

    /** What admins are shown of a user. */
    private boolean shown(String username, String what) {
        return ada.get("users/user:" + username).expect(200).json().path(what).booleanValue();
    }

    private boolean enabled(String username) {
        return realm.admin()
                .get("users/" + realm.directory().userId(username))
                .expect(200)
                .json()
                .path("enabled")
                .asBoolean();
    }

    /** Until even the right password is refused; a login that succeeds meanwhile would have the failures forgotten. */
    private void lockOut(String username) {
        String state = "attack-detection/brute-force/users/" + realm.directory().userId(username);
        Await.until(username + " is locked out", () -> {
            login(username, "wrong");
            return realm.admin().get(state).expect(200).json().path("disabled").asBoolean();
        });
        assertThat(login(username, username).status()).isNotEqualTo(200);
    }

    private Answer login(String username, String password) {
        return realm.server()
                .passwordGrant(
                        realm.name(),
                        Map.of("client_id", TestRealm.PUBLIC_CLIENT, "username", username, "password", password));
    }

    @Test
    void a_user_is_removed_with_all_that_they_hold_and_nobody_removes_themself() {
        String gone = realm.directory().user("gina");
        fraud.as("olga").grant("fraud", "user:gina", "viewer").expect(200);
        FeatureAccessApi gina = fraud.as("gina");
        assertThat(permits(gina, "view", "fraud")).isTrue();

        ada.delete("users/user:gina?reason=" + Http.encode("left the company")).expect(204);
        assertThat(gina.get("me").status()).isEqualTo(401);
        assertThat(ada.delete("users/id:" + gone).expect(404).code()).isEqualTo("not-found");
        assertThat(fraud.as("olga")
                        .get("audit?node=fraud&change=grant-removed")
                        .json()
                        .path("items")
                        .findValuesAsText("principal"))
                .contains("user:gina");
        assertThat(ada.delete("users/user:ada").expect(409).code()).isEqualTo("own-account");
        assertThat(ada.delete("users/user:olga").expect(409).code()).isEqualTo("last-owner");
        assertThat(ada.delete("users/service-account:feature-store").expect(404).code())
                .isEqualTo("not-found");
    }
}
