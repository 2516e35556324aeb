package io.featureaccess.keycloak.mail;

import io.featureaccess.application.port.Stationery;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.notice.Audience;
import io.featureaccess.domain.notice.Letter;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * {@link Stationery} of the realm's e-mail theme: templates and messages come with this JAR, and a theme may have others by the
 * same names. What people wrote is a value in a template, which HTML templates escape; no message is made of it.
 */
public final class ThemedStationery implements Stationery {

    private static final String TEMPLATE = "feature-access-notice.ftl";
    private static final String MESSAGES = "featureAccessNotice.";

    private final KeycloakSession session;
    private final RealmModel realm;

    public ThemedStationery(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public Optional<Written> write(Letter letter, Optional<NodePath> path) {
        Audience.Person person = (Audience.Person) letter.notice().audience();
        UserModel user = session.users().getUserById(realm, person.id().value());
        if (user == null || user.getEmail() == null || realm.isVerifyEmail() && !user.isEmailVerified()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Page(session, realm, user).write(letter, values(letter, path, localeOf(user))));
        } catch (EmailException e) {
            throw new IllegalStateException(
                    "The e-mail theme cannot write a " + letter.notice().kind().id(), e);
        }
    }

    private Locale localeOf(UserModel user) {
        return session.getContext().resolveLocale(user, true);
    }

    private Map<String, Object> values(Letter letter, Optional<NodePath> path, Locale locale) {
        Notice notice = letter.notice();
        Map<String, Object> values = new HashMap<>();
        values.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, "true");
        values.put("kind", notice.kind().id());
        values.put("node", path.map(NodePath::toString).orElse(""));
        values.put("principal", notice.principal());
        values.put("role", notice.role().map(Role::id).orElse(""));
        values.put("reason", notice.reason().orElse(""));
        values.put("endsAt", notice.endsAt().map(end -> date(end, locale)).orElse(""));
        values.put("others", letter.others());
        return values;
    }

    private static String date(Instant end, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(end.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    /** Keycloak's own templates, written to a page instead of being sent at once. */
    private static final class Page extends FreeMarkerEmailTemplateProvider {

        Page(KeycloakSession session, RealmModel realm, UserModel user) {
            super(session);
            setRealm(realm);
            setUser(user);
        }

        Written write(Letter letter, Map<String, Object> values) throws EmailException {
            String subject = MESSAGES + letter.notice().kind().id() + ".subject";
            List<Object> inSubject = List.of(values.get("node"), realm.getName());
            EmailTemplate page = processTemplate(subject, inSubject, TEMPLATE, values);
            return new Written(letter.id(), user.getEmail(), page.getSubject(), page.getTextBody(), page.getHtmlBody());
        }
    }
}
