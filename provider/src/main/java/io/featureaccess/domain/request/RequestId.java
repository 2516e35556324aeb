package io.featureaccess.domain.request;

import java.util.Objects;
import java.util.UUID;

/** The identity of a request, and of the permission that it becomes; of a grant made directly, the grant's own. */
public record RequestId(String value) {

    public RequestId {
        Objects.requireNonNull(value, "value is null");
    }

    public static RequestId random() {
        return new RequestId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
