package io.featureaccess.domain.request;

import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.Objects;

/** Somebody who did something, by the name they had then. */
public record Actor(PrincipalId id, String name) {

    public Actor {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(name, "name is null");
    }

    public static Actor of(Caller caller) {
        return new Actor(caller.principal(), caller.name());
    }
}
