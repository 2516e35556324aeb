package io.featureaccess.keycloak.mail;

import io.featureaccess.application.port.Stationery.Written;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.SMTPUtil;

/** One letter to the realm's mail server, with a Message-ID that is the same each time the letter is sent. */
final class IdentifiedMail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final KeycloakSession session;
    private final Map<String, String> server;

    IdentifiedMail(KeycloakSession session, Map<String, String> server) {
        this.session = session;
        this.server = server;
    }

    void send(Written letter) throws MessagingException, EmailException {
        Session mail = Session.getInstance(SmtpProperties.of(session, server));
        InternetAddress to = new InternetAddress(ascii(letter.to()), true);
        Message message = message(mail, letter, to);
        try (Transport transport = mail.getTransport("smtp")) {
            authenticator().connect(session, server, transport);
            transport.sendMessage(message, new InternetAddress[] {to});
        }
    }

    private Message message(Session mail, Written letter, InternetAddress to)
            throws MessagingException, EmailException {
        MimeMessage message = new IdentifiedMessage(mail, "<" + letter.id() + "@" + domain() + ">");
        InternetAddress from = address("from", "fromDisplayName");
        message.setFrom(from);
        boolean otherReply = !server.getOrDefault("replyTo", "").isBlank();
        message.setReplyTo(new InternetAddress[] {otherReply ? address("replyTo", "replyToDisplayName") : from});
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(new Date());
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(letter.text(), "plain"));
        both.addBodyPart(part(letter.html(), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    private InternetAddress address(String field, String nameField) throws MessagingException, EmailException {
        String name = server.get(nameField);
        try {
            InternetAddress address = new InternetAddress(ascii(server.getOrDefault(field, "")), true);
            if (name != null && !name.isBlank()) {
                address.setPersonal(name, UTF_8);
            }
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Domains in their ASCII form, unless the server takes all characters. */
    private String ascii(String address) throws EmailException {
        if (Boolean.parseBoolean(server.get(EmailSenderProvider.CONFIG_ALLOW_UTF8))) {
            return address;
        }
        String converted = SMTPUtil.convertIDNEmailAddress(address);
        if (converted == null) {
            throw new EmailException("an address of this letter is none");
        }
        return converted;
    }

    private String domain() throws EmailException {
        String from = ascii(server.getOrDefault("from", ""));
        return from.substring(from.lastIndexOf('@') + 1);
    }

    private EmailAuthenticator authenticator() {
        DefaultEmailSenderProviderFactory senders = (DefaultEmailSenderProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class);
        return senders.getEmailAuthenticators().get(kind());
    }

    private AuthenticatorType kind() {
        if (!Boolean.parseBoolean(server.get("auth"))) {
            return AuthenticatorType.NONE;
        }
        return "token".equals(server.get("authType")) ? AuthenticatorType.TOKEN : AuthenticatorType.BASIC;
    }

    /** Jakarta Mail would give it a new Message-ID whenever it is saved. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session mail, String id) {
            super(mail);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
