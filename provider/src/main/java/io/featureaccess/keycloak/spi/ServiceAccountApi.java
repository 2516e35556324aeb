package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.ApiKeyId;
import io.featureaccess.domain.serviceaccount.IssuedAccount;
import io.featureaccess.domain.serviceaccount.IssuedKey;
import io.featureaccess.domain.serviceaccount.NewKey;
import io.featureaccess.domain.serviceaccount.NewServiceAccount;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import io.featureaccess.domain.serviceaccount.ServiceAccountChange;
import java.util.Optional;

/** Service accounts and their API keys, for their creators and for admins; to anybody else there are none. */
public interface ServiceAccountApi {

    /** The name of the mapper that puts the resource server into the audience of an account's tokens. */
    String AUDIENCE_MAPPER = "audience of the feature store";

    /**
     * @param mine whether an admin, too, is shown only those that they answer for
     * @param text what to look for in names and client ids; empty for all
     */
    Page<ServiceAccount> list(Caller caller, boolean mine, Optional<String> text, PageRequest page);

    ServiceAccount get(Caller caller, PrincipalId id);

    IssuedAccount create(Caller caller, NewServiceAccount wanted);

    ServiceAccount change(Caller caller, PrincipalId id, ServiceAccountChange change);

    /** @param on whether it is activated, or deactivated */
    ServiceAccount turn(Caller caller, PrincipalId id, boolean on, Optional<String> reason);

    void delete(Caller caller, PrincipalId id);

    Page<ApiKey> keys(Caller caller, PrincipalId account, PageRequest page);

    IssuedKey createKey(Caller caller, PrincipalId account, NewKey wanted);

    ApiKey turnKey(Caller caller, PrincipalId account, ApiKeyId key, boolean on, Optional<String> reason);

    void deleteKey(Caller caller, PrincipalId account, ApiKeyId key);
}
