package io.featureaccess.application.port;

import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import java.util.Optional;

/**
 * The service accounts that were made here, with who answers for them. One that Keycloak removes, by whatever way, is gone
 * from here too.
 */
public interface ServiceAccounts {

    /**
     * By name.
     *
     * @param creator whose accounts; empty for everybody's
     * @param text what to look for in names and client ids, case-insensitively; empty for all
     */
    Page<ServiceAccount> page(Optional<PrincipalId> creator, Optional<String> text, PageRequest page);

    Optional<ServiceAccount> find(PrincipalId id);

    /** The account, kept from being changed by anybody else until the transaction ends. */
    Optional<ServiceAccount> lock(PrincipalId id);

    /** A user as creator; whoever else makes or names accounts of theirs waits until the transaction ends. */
    Optional<ServiceAccount.Creator> lockCreator(PrincipalId user);

    int countOf(PrincipalId creator);

    /** The one of this creator's accounts that has this name. */
    Optional<PrincipalId> named(PrincipalId creator, String name);

    /** @param client the internal id of its client */
    void add(ServiceAccount account, String client);

    /** Writes name, description and creator. */
    void update(ServiceAccount account);
}
