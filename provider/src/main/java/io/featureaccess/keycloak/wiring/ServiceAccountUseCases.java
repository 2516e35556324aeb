package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.ChangeServiceAccount;
import io.featureaccess.application.CreateServiceAccount;
import io.featureaccess.application.ListServiceAccounts;
import io.featureaccess.application.ManageApiKeys;
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
import io.featureaccess.keycloak.spi.ServiceAccountApi;
import java.util.Optional;

/** {@link ServiceAccountApi} by the use cases. */
record ServiceAccountUseCases(
        ListServiceAccounts list, CreateServiceAccount create, ChangeServiceAccount change, ManageApiKeys manageKeys)
        implements ServiceAccountApi {

    @Override
    public Page<ServiceAccount> list(Caller caller, boolean mine, Optional<String> text, PageRequest page) {
        return list.list(caller, mine, text, page);
    }

    @Override
    public ServiceAccount get(Caller caller, PrincipalId id) {
        return list.get(caller, id);
    }

    @Override
    public IssuedAccount create(Caller caller, NewServiceAccount wanted) {
        return create.create(caller, wanted);
    }

    @Override
    public ServiceAccount change(Caller caller, PrincipalId id, ServiceAccountChange wanted) {
        return change.change(caller, id, wanted);
    }

    @Override
    public ServiceAccount turn(Caller caller, PrincipalId id, boolean on, Optional<String> reason) {
        return change.turn(caller, id, on, reason);
    }

    @Override
    public void delete(Caller caller, PrincipalId id) {
        change.delete(caller, id);
    }

    @Override
    public Page<ApiKey> keys(Caller caller, PrincipalId account, PageRequest page) {
        return manageKeys.list(caller, account, page);
    }

    @Override
    public IssuedKey createKey(Caller caller, PrincipalId account, NewKey wanted) {
        return manageKeys.create(caller, account, wanted);
    }

    @Override
    public ApiKey turnKey(Caller caller, PrincipalId account, ApiKeyId key, boolean on, Optional<String> reason) {
        return manageKeys.turn(caller, account, key, on, reason);
    }

    @Override
    public void deleteKey(Caller caller, PrincipalId account, ApiKeyId key) {
        manageKeys.delete(caller, account, key);
    }
}
