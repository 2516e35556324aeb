package io.featureaccess.domain.serviceaccount;

import java.util.Objects;

/**
 * An API key's identity, which is also a part of its text: whoever finds a key can tell which one it is, and that is all
 * that an id is good for.
 *
 * @param value of a made key: 24 hexadecimal digits in lower case
 */
public record ApiKeyId(String value) {

    public ApiKeyId {
        Objects.requireNonNull(value, "value is null");
    }

    @Override
    public String toString() {
        return value;
    }
}
