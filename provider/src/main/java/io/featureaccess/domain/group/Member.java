package io.featureaccess.domain.group;

import io.featureaccess.domain.principal.Principal;
import java.util.Objects;

/** A user or service account in a group, and how they came to be in it. */
public record Member(Principal principal, Membership membership) {

    public Member {
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(membership, "membership is null");
    }
}
