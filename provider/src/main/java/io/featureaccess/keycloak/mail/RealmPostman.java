package io.featureaccess.keycloak.mail;

import io.featureaccess.application.port.Postman;
import io.featureaccess.application.port.Stationery.Written;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.DefaultEmailSenderProvider;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * {@link Postman} by Keycloak's e-mail sender. Keycloak's own cannot be told a Message-ID, so where it is the sender, the same
 * is done here with one; a sender that somebody put in its place is used as it is.
 */
public final class RealmPostman implements Postman {

    private static final Logger LOG = Logger.getLogger(RealmPostman.class);

    private final KeycloakSessionFactory factory;
    private final String realm;
    private final Map<String, String> server;

    /**
     * @param realm the id of the realm
     * @param server its mail server, as it was when this round began
     */
    public RealmPostman(KeycloakSessionFactory factory, String realm, Map<String, String> server) {
        this.factory = factory;
        this.realm = realm;
        this.server = Map.copyOf(server);
    }

    /** In a session of its own, in which nothing is read that would hold a connection to the database. */
    @Override
    public Outcome deliver(Written letter) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            session.getContext().setRealm(session.realms().getRealm(realm));
            return deliver(session, letter);
        });
    }

    private Outcome deliver(KeycloakSession session, Written letter) {
        try {
            EmailSenderProvider sender = session.getProvider(EmailSenderProvider.class);
            if (sender.getClass() == DefaultEmailSenderProvider.class) {
                new IdentifiedMail(session, server).send(letter);
            } else {
                sender.send(server, letter.to(), letter.subject(), letter.text(), letter.html());
            }
            return Outcome.SENT;
        } catch (EmailException | MessagingException | RuntimeException failure) {
            LOG.warnf("Letter %s of realm %s could not be sent: %s", letter.id(), realm, reason(failure));
            LOG.debugf(failure, "Letter %s", letter.id());
            return isRefusal(failure) ? Outcome.REFUSED : Outcome.UNREACHABLE;
        }
    }

    /** Only a server that was spoken to refuses an address or a letter. */
    private static boolean isRefusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SendFailedException) {
                return true;
            }
        }
        return false;
    }

    /** Without the addresses that a refusal quotes. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
