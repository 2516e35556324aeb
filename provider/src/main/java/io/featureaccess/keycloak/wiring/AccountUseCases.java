package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.ChangeNotifications;
import io.featureaccess.application.MyAccess;
import io.featureaccess.application.WhoAmI;
import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.account.Me;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.role.Action;
import io.featureaccess.keycloak.spi.AccountApi;
import java.util.Optional;

/** {@link AccountApi} by the use cases. */
record AccountUseCases(WhoAmI whoAmI, MyAccess myAccess, ChangeNotifications notifications) implements AccountApi {

    @Override
    public Me whoAmI(Caller caller) {
        return whoAmI.tell(caller);
    }

    @Override
    public Me changeNotifications(Caller caller, boolean on) {
        return notifications.change(caller, on);
    }

    @Override
    public Page<NodeView> myAccess(
            Caller caller, Action action, Optional<NodeKind> kind, Optional<NodePath> under, PageRequest page) {
        return myAccess.list(caller, action, kind, under, page);
    }
}
