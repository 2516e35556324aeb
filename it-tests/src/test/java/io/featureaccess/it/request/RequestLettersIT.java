package io.featureaccess.it.request;

import static io.featureaccess.it.request.RequestDesk.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Await;
import io.featureaccess.it.harness.BadMailServer;
import io.featureaccess.it.harness.Keycloak;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.MailServer;
import io.featureaccess.it.harness.MailServer.Mail;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whom requests and answers are told by e-mail; no mail server, and no crash, costs an answer or a letter. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestLettersIT {

    private MailServer mail;
    private Keycloak server;
    private RequestDesk desk;

    @BeforeAll
    void store(Keycloak keycloak, TestRealm realm) {
        server = keycloak;
        desk = new RequestDesk(realm);
        mail = MailServer.start();
    }

    @AfterAll
    void closeMail() {
        mail.close();
    }

    @BeforeEach
    void anEmptyMailbox() {
        mail.serve(desk.realm());
        mail.clear();
    }

    @Test
    void those_who_can_answer_are_told_of_a_request_and_who_asked_of_the_answer() {
        String p = desk.project();
        String approved = desk.asked("bob", p, "consumer", "reason", "Preparing the best model");

        Mail toOwner = mail.await(1).get(0);
        assertThat(toOwner.to()).isEqualTo("olga@example.com");
        assertThat(toOwner.text()).contains("user:bob", "consumer", p, "Preparing the best model");

        desk.answer("olga", approved, "approve", "reason", "it will be fun").expect(200);
        Mail toAsker = mail.await(2).get(1);
        assertThat(toAsker.to()).isEqualTo("bob@example.com");
        assertThat(toAsker.text()).contains(p, "consumer", "it will be fun");

        String rejected = desk.asked("bob", p, "editor");
        mail.await(3);
        desk.answer("olga", rejected, "reject", "reason", "it's not ready yet").expect(200);
        assertThat(mail.await(4).get(3).text()).contains(p, "editor", "not ready yet");
    }

    @Test
    void people_are_told_that_nobody_answered_and_that_they_lost_what_they_had() {
        String p = desk.project();
        String lapsed = desk.asked("bob", p, "editor");
        String ended = desk.asked("bob", p, "viewer", "expiresAt", Instant.now().plus(Duration.ofDays(1)));
        desk.answer("olga", ended, "approve").expect(200);
        desk.as("olga").createWorkspace("closed", "dev").expect(201);
        desk.as("olga").grant("closed", "user:bob", "viewer").expect(200);
        desk.as("olga").grant("closed", "user:vic", "viewer").expect(200);
        desk.as("vic").patch("me", Map.of("notifications", false)).expect(200);
        mail.await(3);
        Await.until("nothing waits", () -> server.database().number("SELECT COUNT(*) FROM FA_OUTBOX") == 0);
        mail.clear();

        desk.endsNow(lapsed);
        desk.endsNow(ended);
        String permission = text(desk.list("bob", "permissions?search=closed").get(0), "id");
        desk.revoke("olga", permission, "left the <b>project</b>").expect(200);
        desk.as("olga").delete(Fraud.taking("closed", "user:vic")).expect(204);

        Map<String, String> letters = mail.await(3).stream().collect(Collectors.toMap(Mail::subject, Mail::text));
        assertThat(letters)
                .containsOnlyKeys(
                        "Nobody answered your request for " + p,
                        "Access to " + p + " has ended",
                        "Your access to closed was taken back");
        assertThat(letters.get("Nobody answered your request for " + p)).contains("editor", "ask again");
        assertThat(letters.get("Access to " + p + " has ended")).contains("user:bob", "viewer", " UTC.");
        assertThat(letters.get("Your access to closed was taken back"))
                .contains("left the <b>project</b>", "left the &lt;b&gt;project&lt;/b&gt;");
        Await.until("nothing waits", () -> server.database().number("SELECT COUNT(*) FROM FA_OUTBOX") == 0);
        assertThat(mail.received()).hasSize(3).extracting(Mail::to).containsOnly("bob@example.com");
        desk.as("vic").patch("me", Map.of("notifications", true)).expect(200);
    }

    @Test
    void an_answer_does_not_wait_for_a_mail_server_that_hangs_and_survives_a_server_killed_then() {
        String p = desk.project();
        MailServer.removeFrom(desk.realm());
        String id = desk.asked("bob", p, "consumer");
        try (BadMailServer silent = BadMailServer.silent()) {
            silent.serve(desk.realm());
            Instant begin = Instant.now();
            Answer answer = desk.answer("olga", id, "approve", "reason", "in spite of it")
                    .expect(200);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(9));
            assertThat(Fraud.permits(desk.as("bob"), "read-online", p)).isTrue();
            silent.awaitCall();
            server.database().update("CHECKPOINT SYNC");
            server.kill();
            assertThat(text(answer.json(), "state")).isEqualTo("GRANTED");
        }
        server.start();

        assertThat(Fraud.permits(desk.as("bob"), "read-online", p)).isTrue();
        assertThat(desk.find("bob", "permissions", id)).isPresent();
        assertThat(RequestDesk.changes(desk.audit("olga", p, "user:bob")))
                .containsExactly("grant-added", "request-approved", "request-made");
        mail.serve(desk.realm());
        server.database().update("UPDATE FA_OUTBOX SET DUE_AT = CREATED_AT");
        assertThat(mail.await(1).get(0).text()).contains("in spite of it");
        Await.until(
                "nothing waits",
                () -> server.database().number("SELECT COUNT(*) FROM FA_OUTBOX WHERE ATTEMPTS > 0") == 0);
        assertThat(mail.received()).hasSize(1);
    }

    @Test
    void of_many_owners_twenty_are_told_those_of_the_node_first() {
        String p = "crowded/p";
        desk.as("olga").createWorkspace("crowded", "dev").expect(201);
        desk.as("olga").patch("workspaces/crowded", Map.of("locked", false)).expect(200);
        desk.as("olga").create(p).expect(201);
        desk.as("olga").grant(p, "user:ada", "owner").expect(200);
        for (int i = 0; i < 22; i++) {
            desk.realm().directory().user("owner" + i);
            desk.as("olga").grant("crowded", "user:owner" + i, "owner").expect(200);
        }

        desk.asked("bob", p, "viewer");

        mail.await(20);
        Await.until("nothing waits", () -> server.database().number("SELECT COUNT(*) FROM FA_OUTBOX") == 0);
        assertThat(mail.received()).hasSize(20).extracting(Mail::to).contains("ada@example.com", "olga@example.com");
    }
}
