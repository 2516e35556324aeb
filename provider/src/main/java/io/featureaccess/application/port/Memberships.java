package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;

/** Puts users into groups and takes them out, where everybody else in the server sees it too; who wanted it is written down elsewhere. */
public interface Memberships {

    /** @throws io.featureaccess.domain.problem.DomainProblem where the directory that keeps the user does not allow it */
    void join(PrincipalId user, PrincipalId group);

    /** @throws io.featureaccess.domain.problem.DomainProblem where the directory that keeps the user does not allow it */
    void leave(PrincipalId user, PrincipalId group);
}
