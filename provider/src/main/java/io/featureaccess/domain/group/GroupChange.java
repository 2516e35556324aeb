package io.featureaccess.domain.group;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to change about a group; what is empty stays.
 *
 * @param name what it is to be called
 * @param place where it is to lie
 * @param reason why, where somebody wants it on record or has to say
 */
public record GroupChange(Optional<String> name, Optional<GroupPlace> place, Optional<String> reason) {

    /** @throws DomainProblem {@code malformed-value} on {@code name} */
    public GroupChange {
        name.ifPresent(GroupName::require);
        Objects.requireNonNull(place, "place is null");
        Objects.requireNonNull(reason, "reason is null");
    }
}
