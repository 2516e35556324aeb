package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.problem.DomainProblem;

/**
 * Text that every database stores and gives back as it was: PostgreSQL refuses U+0000, and half a surrogate pair cannot be
 * written as UTF-8.
 */
final class StorableText {

    private StorableText() {}

    /** @throws DomainProblem {@code malformed-value} */
    static String require(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw DomainProblem.malformed(field, "it has a character that is none (U+0000 or half of a pair)");
            }
        }
        return text;
    }
}
