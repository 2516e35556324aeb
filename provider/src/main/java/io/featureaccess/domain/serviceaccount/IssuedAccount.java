package io.featureaccess.domain.serviceaccount;

import java.util.Objects;

/** An account that was just made, with the text of its first key. */
public record IssuedAccount(ServiceAccount account, KeyText firstKey) {

    public IssuedAccount {
        Objects.requireNonNull(account, "account is null");
        Objects.requireNonNull(firstKey, "firstKey is null");
    }
}
