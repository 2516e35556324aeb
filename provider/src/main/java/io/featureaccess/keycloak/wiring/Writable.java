package io.featureaccess.keycloak.wiring;

import io.featureaccess.domain.problem.DomainProblem;
import org.keycloak.storage.ReadOnlyException;

/** Changes to users whom a directory outside may keep, and not let be changed. */
final class Writable {

    private Writable() {}

    /** @throws DomainProblem {@code forbidden} where the directory does not let them be changed */
    static void change(Runnable change) {
        try {
            change.run();
        } catch (ReadOnlyException kept) {
            throw refused();
        }
    }

    static DomainProblem refused() {
        return DomainProblem.forbidden("the directory that keeps this user does not let them be changed");
    }
}
