package io.featureaccess.it.notice;

import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.wanted;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people are told by e-mail, whatever their mail server does; and that it costs no change. */
@KeycloakTest
@Tag("postgres")
class LettersIT {

    private static final String ENDING = " EXPIRES_AT IS NOT NULL AND REALM_ID = (SELECT ID FROM REALM WHERE NAME = ?)";

    private static final String VAULT = "fraud/vault";

    private static MailServer mail;
    private static Keycloak server;
    private static Fraud fraud;

    @BeforeAll
    static void store(Keycloak keycloak, TestRealm realm) {
        server = keycloak;
        fraud = new Fraud(realm);
        mail = MailServer.start();
    }

    @AfterAll
    static void closeMail() {
        mail.close();
    }

    @BeforeEach
    void anEmptyMailbox() {
        mail.serve(fraud.realm());
        awaitNothingWaits();
        mail.clear();
    }

    /** Ada looks at what is secret, and answers how long that took her. */
    private static Duration adaLooks(String reason) {
        Instant begin = Instant.now();
        fraud.as("ada").with(Fraud.BREAK_GLASS, reason).node(VAULT).expect(200);
        return Duration.between(begin, Instant.now());
    }

    private static long waiting() {
        return server.database()
                .number(
                        "SELECT COUNT(*) FROM FA_OUTBOX o JOIN REALM r ON r.ID = o.REALM_ID WHERE r.NAME = ?",
                        fraud.realm().name());
    }

    private static long tried() {
        return server.database()
                .number(
                        "SELECT COUNT(*) FROM FA_OUTBOX o JOIN REALM r ON r.ID = o.REALM_ID"
                                + " WHERE r.NAME = ? AND o.ATTEMPTS > 0 AND o.RECIPIENT_ID IS NOT NULL",
                        fraud.realm().name());
    }

    private static void awaitNothingWaits() {
        Await.until("all letters are sent", () -> waiting() == 0);
    }

    @Test
    void the_owner_of_a_secret_node_is_told_who_opened_it_and_why() {
        adaLooks("incident 7");

        Mail letter = mail.await(1).get(0);

        assertThat(letter.to()).isEqualTo("olga@example.com");
        assertThat(letter.subject()).isEqualTo("An admin opened fraud/vault");
        assertThat(letter.text())
                .contains("ada broke the glass and opened your secret node fraud/vault.", "incident 7");
        assertThat(letter.id()).matches("<[0-9a-f-]{36}@example\\.com>");
        awaitNothingWaits();
        assertThat(mail.received()).hasSize(1);
    }

    @Test
    void what_people_wrote_is_text_and_no_markup() {
        adaLooks("<img src=x> & ${realmName} {0}");

        String text = mail.await(1).get(0).text();

        assertThat(text).contains("&lt;img src=x&gt; &amp; ${realmName} {0}");
        assertThat(text.substring(text.indexOf("<html"))).doesNotContain("<img");
    }

    @Test
    void letters_come_in_the_language_of_their_recipient() {
        fraud.realm()
                .admin()
                .put("", Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")))
                .expect(204);
        String olga = "users/" + fraud.realm().directory().userId("olga");
        fraud.realm()
                .admin()
                .put(
                        olga,
                        Map.of(
                                "email",
                                "olga@example.com",
                                "firstName",
                                "Olga",
                                "lastName",
                                "O",
                                "attributes",
                                Map.of("locale", List.of("de"))))
                .expect(204);

        adaLooks("Vorfall");

        Mail letter = mail.await(1).get(0);
        assertThat(letter.subject()).isEqualTo("Ein Admin hat fraud/vault geöffnet");
        assertThat(letter.text()).contains("Als Grund wurde angegeben:");
        fraud.realm()
                .admin()
                .put("", Map.of("internationalizationEnabled", false))
                .expect(204);
    }

    @Test
    void holders_are_told_once_that_their_grant_ends_soon() {
        Instant end = Instant.now().plus(Duration.ofDays(2));
        fraud.as("olga")
                .put(grants("fraud/payments"), wanted("user:bob", "consumer", "expiresAt", end))
                .expect(200);
        grantedLongAgo();

        Mail letter = mail.await(1).get(0);

        assertThat(letter.to()).isEqualTo("bob@example.com");
        assertThat(letter.subject()).isEqualTo("Access to fraud/payments ends soon");
        assertThat(letter.text()).contains("The role consumer on fraud/payments that user:bob has ends soon.", "UTC");
        adaLooks("a letter after it");
        assertThat(mail.await(2)).extracting(Mail::to).containsExactlyInAnyOrder("bob@example.com", "olga@example.com");
    }

    /**
     * And nobody has looked at its end since. The server looks every second: what it has looked at already, no look that is under
     * way puts back after this.
     */
    private static void grantedLongAgo() {
        String name = fraud.realm().name();
        Await.until(
                "the server looked at the end",
                () -> server.database().number("SELECT COUNT(*) FROM FA_GRANT WHERE END_STAGE = 0 AND" + ENDING, name)
                        == 0);
        server.database()
                .update(
                        "UPDATE FA_GRANT SET GRANTED_AT = GRANTED_AT - 864000000000, END_STAGE = 0 WHERE" + ENDING,
                        name);
    }

    @Test
    void whoever_switched_it_off_is_not_told_until_they_switch_it_on() {
        assertThat(notifications(fraud.as("olga").get("me"))).isTrue();
        assertThat(notifications(fraud.as("olga").patch("me", Map.of("notifications", false))))
                .isFalse();
        adaLooks("not told");
        awaitNothingWaits();
        assertThat(notifications(fraud.as("olga").patch("me", Map.of("notifications", true))))
                .isTrue();
        adaLooks("told again");

        assertThat(mail.await(1)).extracting(Mail::text).allMatch(text -> text.contains("told again"));
        fraud.as("olga").patch("me", Map.of()).expect(422);
    }

    private static boolean notifications(Answer me) {
        return me.expect(200).json().path("notifications").asBoolean();
    }

    @Test
    void where_the_realm_has_no_mail_server_nothing_is_kept() {
        MailServer.removeFrom(fraud.realm());

        adaLooks("unheard");

        assertThat(waiting()).isZero();
    }

    @Test
    void what_a_mail_server_refuses_is_sent_when_it_does_not_any_more() {
        try (BadMailServer refusing = BadMailServer.refusing()) {
            refusing.serve(fraud.realm());
            adaLooks("refused at first");
            Await.until("it was tried", () -> tried() == 1);
        }
        mail.serve(fraud.realm());

        assertThat(mail.await(1).get(0).text()).contains("refused at first");
        awaitNothingWaits();
        assertThat(mail.received()).hasSize(1);
    }

    @Test
    void what_nobody_takes_is_sent_when_somebody_does() {
        MailServer.breakFor(fraud.realm());
        adaLooks("nobody there");
        Await.until("it was tried", () -> tried() == 1);
        mail.serve(fraud.realm());

        assertThat(mail.await(1).get(0).text()).contains("nobody there");
    }

    @Test
    void whoever_lost_the_node_before_the_letter_left_is_not_told_of_it() {
        MailServer.breakFor(fraud.realm());
        fraud.as("olga").grant(VAULT, "user:bob", "owner").expect(200);
        adaLooks("for two owners");
        Await.until("both were tried", () -> tried() == 1 && waiting() == 2 || tried() == 2);
        fraud.as("olga").revoke(VAULT, "user:bob", "owner").expect(204);
        mail.serve(fraud.realm());

        awaitNothingWaits();
        assertThat(mail.received()).extracting(Mail::to).containsExactly("olga@example.com");
    }

    @Test
    void a_server_killed_while_it_sends_loses_no_letter() {
        try (BadMailServer silent = BadMailServer.silent()) {
            silent.serve(fraud.realm());
            Duration took = adaLooks("killed in between");
            assertThat(took).isLessThan(Duration.ofSeconds(9));
            silent.awaitCall();
            writeOut();
            server.kill();
        }
        server.start();
        assertThat(waiting()).isOne();
        assertThat(auditedLooks("killed in between")).isOne();
        mail.serve(fraud.realm());
        claimsAreOver();

        assertThat(mail.await(1).get(0).text()).contains("killed in between");
        awaitNothingWaits();
        assertThat(mail.received()).hasSize(1);
    }

    /** The embedded database writes to its file half a second late, which is for trials; the other does not. */
    private static void writeOut() {
        if (server.database().vendor().equals("dev-file")) {
            server.database().update("CHECKPOINT SYNC");
        }
    }

    private static long auditedLooks(String reason) {
        return server.database()
                .number("SELECT COUNT(*) FROM FA_AUDIT WHERE CHANGE_TYPE = 'break-glass' AND REASON = ?", reason);
    }

    /** As if the minutes had passed after which whoever claimed a letter counts as dead. */
    private static void claimsAreOver() {
        server.database().update("UPDATE FA_OUTBOX SET DUE_AT = CREATED_AT");
    }
}
