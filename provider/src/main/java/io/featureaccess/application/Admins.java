package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;

/** Lets admins pass, and nobody else. */
public final class Admins {

    private final Directory directory;

    public Admins(Directory directory) {
        this.directory = directory;
    }

    boolean includes(Caller caller) {
        return directory.isAdmin(caller.principal());
    }

    /**
     * @param what what is for admins only, as the subject of a sentence in the plural
     * @throws DomainProblem {@code forbidden}
     */
    public void require(Caller caller, String what) {
        if (!includes(caller)) {
            throw DomainProblem.forbidden(what + " are for admins");
        }
    }
}
