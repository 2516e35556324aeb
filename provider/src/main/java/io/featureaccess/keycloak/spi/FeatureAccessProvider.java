package io.featureaccess.keycloak.spi;

import java.util.function.Supplier;
import org.keycloak.provider.Provider;

/**
 * Feature access in the realm of the session's context, within the session's transaction. Every method of its faces may
 * throw {@link io.featureaccess.domain.problem.DomainProblem}; the transaction must then be rolled back.
 */
public interface FeatureAccessProvider extends Provider {

    DecisionApi decisions();

    NodeApi nodes();

    AccountApi account();

    GrantApi grants();

    RequestApi requests();

    GroupApi groups();

    UserApi users();

    AccessApi access();

    AuditApi audit();

    AdministrationApi administration();

    InstallationApi installation();

    TransferApi transfer();

    TokenApi tokens();

    ServiceAccountApi serviceAccounts();

    ApiKeyApi apiKeys();

    RuleApi rules();

    /**
     * Does some work and writes it to the database before it returns, so that an answer about it is true; only the commit
     * may still fail, with the database itself. Whatever is thrown marks the transaction for rollback.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem of the work itself; or {@code changed-meanwhile} where it
     *     collided with what somebody else did at the same time
     */
    <T> T atomically(Supplier<T> work);

    @Override
    default void close() {}
}
