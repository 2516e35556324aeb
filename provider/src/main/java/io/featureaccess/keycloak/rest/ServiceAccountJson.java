package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.serviceaccount.IssuedAccount;
import io.featureaccess.domain.serviceaccount.KeyText;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import java.time.Instant;

/**
 * A service account.
 *
 * @param key its first API key, in the answer that made it and nowhere else
 * @param suspended whether its keys are refused because its creator is disabled or gone
 * @param createdBy who answers for it
 */
record ServiceAccountJson(
        String id,
        String reference,
        String name,
        String description,
        String clientId,
        String key,
        boolean enabled,
        boolean suspended,
        String createdBy,
        String createdAt,
        String lastUsedAt) {

    static ServiceAccountJson of(ServiceAccount account) {
        return of(account, null);
    }

    static ServiceAccountJson of(IssuedAccount issued) {
        return of(issued.account(), issued.firstKey());
    }

    private static ServiceAccountJson of(ServiceAccount account, KeyText key) {
        return new ServiceAccountJson(
                account.id().value(),
                account.principal().reference(),
                account.name(),
                account.description(),
                account.clientId(),
                key == null ? null : key.reveal(),
                account.enabled(),
                account.isSuspended(),
                account.creator().reference(),
                account.createdAt().toString(),
                account.lastUsedAt().map(Instant::toString).orElse(null));
    }
}
