package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;
import java.util.Optional;

/** Makes, changes and removes groups, where everybody else in the server sees it too. What is asked for is known to be possible. */
public interface GroupRegister {

    /** @param parent the group to lie in; empty for the top */
    PrincipalId add(String name, Optional<PrincipalId> parent);

    void rename(PrincipalId id, String name);

    /** @param parent the group to lie in; empty for the top */
    void move(PrincipalId id, Optional<PrincipalId> parent);

    /** The group, and all that lies below it. */
    void remove(PrincipalId id);
}
