package io.featureaccess.domain.request;

import java.util.Objects;

/**
 * What came of asking.
 *
 * @param made whether the request is new; otherwise it was pending already
 */
public record AskedAccess(AccessRequest request, boolean made) {

    public AskedAccess {
        Objects.requireNonNull(request, "request is null");
    }
}
