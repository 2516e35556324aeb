package io.featureaccess.domain.decision;

import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.role.Role;
import java.util.Optional;

/**
 * A held role as it arrives at the asked node.
 *
 * @param source where and how it is held
 * @param inheritedAs the role it is on the asked node: the held one, or owner for a project's editor on a feature set
 * @param sleep why it does not count; empty when it does
 */
public record InheritedRole(HeldRole source, Role inheritedAs, Optional<Sleep> sleep) {

    public boolean counts() {
        return sleep.isEmpty();
    }
}
