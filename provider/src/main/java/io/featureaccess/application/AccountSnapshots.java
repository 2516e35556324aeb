package io.featureaccess.application;

import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.ServiceAccount;

/** Service accounts and their keys as the record keeps them. */
final class AccountSnapshots {

    private AccountSnapshots() {}

    static Snapshot of(ServiceAccount account) {
        return Snapshot.EMPTY
                .with("name", account.name())
                .with("description", account.description())
                .with("creator", account.creator().reference())
                .with("enabled", account.enabled());
    }

    static Snapshot of(ApiKey key) {
        return Snapshot.EMPTY
                .with("key", key.prefix())
                .with("name", key.name())
                .with("enabled", key.enabled())
                .withTime("expiresAt", key.expiresAt());
    }
}
