package io.featureaccess.application.port;

/** What the extension keeps installed in Keycloak, that decisions may be asked for and given. */
public interface ResourceServer {

    /**
     * Looks at all of it closely, and puts back what somebody deleted or changed. It is written whatever becomes of the
     * caller's transaction.
     *
     * @return how many resources of nodes were written again
     * @throws io.featureaccess.domain.problem.DomainProblem {@code not-found} where the realm has no resource server
     */
    long mend();
}
