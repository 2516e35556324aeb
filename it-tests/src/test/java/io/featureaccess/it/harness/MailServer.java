package io.featureaccess.it.harness;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A real SMTP server in the tests' JVM, on loopback and a free port, that keeps all mail it is given. It takes mail for any
 * address, without a password.
 */
public final class MailServer implements AutoCloseable {
    private static final long PATIENCE = 20_000;
    private static final int ANY_PORT = 0;

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /**
     * A message as it arrived.
     *
     * @param id the Message-ID
     * @param to the one address it was sent to
     * @param text the whole body, of all its parts, transfer encodings undone
     */
    public record Mail(String id, String to, String subject, String text) {}

    public static MailServer start() {
        GreenMail server = new GreenMail(new ServerSetup(ANY_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailServer(server);
    }

    /** Makes a realm send its mail here. */
    public void serve(TestRealm realm) {
        configure(realm, server.getSmtp().getPort());
    }

    /** Makes a realm send its mail to a port where nobody listens. */
    public static void breakFor(TestRealm realm) {
        configure(realm, ServerProcess.freePort());
    }

    /** Takes the realm's mail server away. */
    public static void removeFrom(TestRealm realm) {
        realm.admin().put("", Map.of("smtpServer", Map.of())).expect(204);
    }

    /** All mail so far, in the order it arrived. */
    public List<Mail> received() {
        return Arrays.stream(server.getReceivedMessages()).map(MailServer::mail).toList();
    }

    /** Waits until at least that many messages are there, and answers all; fails when they do not come. */
    public List<Mail> await(int count) {
        if (!server.waitForIncomingEmail(PATIENCE, count)) {
            throw new AssertionError("expected " + count + " messages: " + received());
        }
        return received();
    }

    /** Forgets all mail so far. */
    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("mail cannot be forgotten", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    static void configure(TestRealm realm, int port) {
        Map<String, String> smtp =
                Map.of("host", "127.0.0.1", "port", String.valueOf(port), "from", "store@example.com", "auth", "false");
        realm.admin().put("", Map.of("smtpServer", smtp)).expect(204);
    }

    private static Mail mail(MimeMessage message) {
        try {
            String to = message.getAllRecipients()[0].toString();
            return new Mail(message.getMessageID(), to, message.getSubject(), text(message));
        } catch (MessagingException e) {
            throw new IllegalStateException("unreadable mail", e);
        }
    }

    private static String text(Part part) throws MessagingException {
        try {
            if (part.getContent() instanceof Multipart parts) {
                StringBuilder all = new StringBuilder();
                for (int i = 0; i < parts.getCount(); i++) {
                    all.append(text(parts.getBodyPart(i)));
                }
                return all.toString();
            }
            return String.valueOf(part.getContent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
