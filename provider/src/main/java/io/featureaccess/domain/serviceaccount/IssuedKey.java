package io.featureaccess.domain.serviceaccount;

import java.util.Objects;

/** A key that was just made, with its text, which nobody sees again. */
public record IssuedKey(ApiKey key, KeyText text) {

    public IssuedKey {
        Objects.requireNonNull(key, "key is null");
        Objects.requireNonNull(text, "text is null");
    }
}
