package io.featureaccess.domain.principal;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.List;
import java.util.regex.Pattern;

/** How a caller writes a principal. {@code user:} never means a service account. */
public sealed interface PrincipalRef {

    /** What references look like, for messages. */
    List<String> FORMS =
            List.of("user:<username>", "service-account:<client id>", "group:/<path>", "id:<uuid>", "email:<address>");

    /** Longer than any username, e-mail address or group path that Keycloak stores. */
    int MAX_LENGTH = 1024;

    /** Control characters and halves of characters: no name has them, and databases refuse to look for them. */
    Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    record ByName(PrincipalType type, String name) implements PrincipalRef {
        @Override
        public String toString() {
            return type.id() + ":" + name;
        }
    }

    record ById(PrincipalId id) implements PrincipalRef {
        @Override
        public String toString() {
            return "id:" + id;
        }
    }

    /** Stands for a user only where exactly one has the address, verified. */
    record ByEmail(String address) implements PrincipalRef {
        @Override
        public String toString() {
            return "email:" + address;
        }
    }

    /** @throws DomainProblem {@code malformed-value}, naming the forms there are */
    static PrincipalRef parse(String text) {
        int colon = text == null ? -1 : text.indexOf(':');
        if (colon < 0
                || colon == text.length() - 1
                || text.length() > MAX_LENGTH
                || UNSTORABLE.matcher(text).find()) {
            throw DomainProblem.notOneOf("principal", text, FORMS);
        }
        String rest = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "user" -> new ByName(PrincipalType.USER, rest);
            case "service-account" -> new ByName(PrincipalType.SERVICE_ACCOUNT, rest);
            case "group" -> group(text, rest);
            case "id" -> new ById(new PrincipalId(rest));
            case "email" -> new ByEmail(rest);
            default -> throw DomainProblem.notOneOf("principal", text, FORMS);
        };
    }

    private static PrincipalRef group(String text, String path) {
        if (!path.startsWith("/") || path.length() == 1) {
            throw DomainProblem.notOneOf("principal", text, FORMS);
        }
        return new ByName(PrincipalType.GROUP, path);
    }
}
