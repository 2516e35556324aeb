package io.featureaccess.domain.transfer;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import java.util.Optional;

/**
 * A principal as a line names it: by its name, which means the same in another realm, and by its id, which means the same
 * after a rename.
 *
 * @param reference empty where the principal was gone when the line was written
 * @param id empty in files written by hand
 */
public record Who(Optional<PrincipalRef.ByName> reference, Optional<PrincipalId> id) {

    public Who {
        if (reference.isEmpty() && id.isEmpty()) {
            throw new IllegalArgumentException("neither a name nor an id");
        }
    }

    /** For messages: the name where there is one. */
    @Override
    public String toString() {
        return reference.map(Object::toString).orElseGet(() -> "id:" + id.orElseThrow());
    }
}
