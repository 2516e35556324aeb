package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.account.Me;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.role.Action;
import java.util.Optional;

/** What callers may know about themselves. */
public interface AccountApi {

    Me whoAmI(Caller caller);

    /** Switches the caller's own e-mails on or off. */
    Me changeNotifications(Caller caller, boolean on);

    /**
     * The nodes on which the caller's own roles permit the action, in path order: neither what is merely seen because it is
     * unlocked, nor what admin powers open.
     *
     * @param under the node and what lies below it; empty for the whole realm
     */
    Page<NodeView> myAccess(
            Caller caller, Action action, Optional<NodeKind> kind, Optional<NodePath> under, PageRequest page);
}
