package io.featureaccess.keycloak.spi;

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
import java.util.List;
import java.util.Optional;

/** The platform as a whole: everyone may look for principals; the rest is for admins. */
public interface AdministrationApi {

    /** @param text looked for in names, case-insensitively */
    Page<ListedPrincipal> principals(
            Caller caller, Optional<PrincipalType> type, Optional<String> text, PageRequest page);

    Principal changeAccountType(Caller caller, PrincipalRef account, AccountType wanted, Optional<String> reason);

    /** Nodes without an owner; secret ones only by breaking the glass. */
    List<NodeView> orphans(Caller caller, PageRequest page);

    PlatformSettings settings(Caller caller);

    PlatformSettings changeSettings(Caller caller, SettingsChange change);

    /** @return how many resources of nodes were written again */
    long mendResourceServer(Caller caller);
}
