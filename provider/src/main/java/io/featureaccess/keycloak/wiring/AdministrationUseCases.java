package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.ChangeAccountType;
import io.featureaccess.application.ListOrphans;
import io.featureaccess.application.ListPrincipals;
import io.featureaccess.application.ManageSettings;
import io.featureaccess.application.MendResourceServer;
import io.featureaccess.domain.access.ListedPrincipal;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.settings.PlatformSettings;
import io.featureaccess.domain.settings.SettingsChange;
import io.featureaccess.keycloak.spi.AdministrationApi;
import java.util.List;
import java.util.Optional;

/** {@link AdministrationApi} by the use cases. */
record AdministrationUseCases(
        ListPrincipals list,
        ChangeAccountType accountType,
        ListOrphans listOrphans,
        ManageSettings manage,
        MendResourceServer mend)
        implements AdministrationApi {

    @Override
    public Page<ListedPrincipal> principals(
            Caller caller, Optional<PrincipalType> type, Optional<String> text, PageRequest page) {
        return list.list(caller, type, text, page);
    }

    @Override
    public Principal changeAccountType(
            Caller caller, PrincipalRef account, AccountType wanted, Optional<String> reason) {
        return accountType.change(caller, account, wanted, reason);
    }

    @Override
    public List<NodeView> orphans(Caller caller, PageRequest page) {
        return listOrphans.list(caller, page);
    }

    @Override
    public PlatformSettings settings(Caller caller) {
        return manage.read(caller);
    }

    @Override
    public PlatformSettings changeSettings(Caller caller, SettingsChange change) {
        return manage.change(caller, change);
    }

    @Override
    public long mendResourceServer(Caller caller) {
        return mend.mend(caller);
    }
}
