package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.IssuedKey;
import io.featureaccess.domain.serviceaccount.KeyText;
import java.time.Instant;

/**
 * An API key.
 *
 * @param key all of it, in the answer that made it and nowhere else
 * @param prefix how it begins, by which it is recognised
 */
record ApiKeyJson(
        String id,
        String name,
        String key,
        String prefix,
        boolean enabled,
        String createdAt,
        String expiresAt,
        String lastUsedAt) {

    static ApiKeyJson of(ApiKey key) {
        return of(key, null);
    }

    static ApiKeyJson of(IssuedKey issued) {
        return of(issued.key(), issued.text());
    }

    private static ApiKeyJson of(ApiKey key, KeyText text) {
        return new ApiKeyJson(
                key.id().value(),
                key.name(),
                text == null ? null : text.reveal(),
                key.prefix(),
                key.enabled(),
                key.createdAt().toString(),
                key.expiresAt().map(Instant::toString).orElse(null),
                key.lastUsedAt().map(Instant::toString).orElse(null));
    }
}
