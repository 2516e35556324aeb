package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.ChangeNotifications;
import io.featureaccess.application.CreateNode;
import io.featureaccess.application.DeleteNode;
import io.featureaccess.application.GetNode;
import io.featureaccess.application.ListNodes;
import io.featureaccess.application.MyAccess;
import io.featureaccess.application.NodeGate;
import io.featureaccess.application.NodeOwners;
import io.featureaccess.application.NodeRegister;
import io.featureaccess.application.NodeViews;
import io.featureaccess.application.UpdateNode;
import io.featureaccess.application.WhoAmI;
import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.application.port.TokenLifespans;
import io.featureaccess.keycloak.spi.AccountApi;
import io.featureaccess.keycloak.spi.NodeApi;
import java.time.Clock;

/** Nodes and accounts: which use case gets which adapters. */
final class NodeWiring {

    private final Adapters adapters;
    private final AuthorizationResources resources;
    private final TokenLifespans lifespans;
    private final Clock clock;
    private final AuditTrail trail;
    private final NodeGate gate;
    private final NodeViews views;

    NodeWiring(Adapters adapters, AuthorizationResources resources, TokenLifespans lifespans, Clock clock) {
        this.adapters = adapters;
        this.resources = resources;
        this.lifespans = lifespans;
        this.clock = clock;
        this.trail = new AuditTrail(adapters.auditLog(), adapters.notices(), clock);
        this.gate = new NodeGate(adapters.facts(), trail, clock);
        this.views = new NodeViews(
                adapters.facts(), adapters.directory(), new NodeOwners(adapters.grants(), adapters.facts()), trail);
    }

    NodeApi nodes() {
        NodeRegister register = new NodeRegister(adapters.nodes(), adapters.grants(), resources, views, trail);
        return new NodeUseCases(
                new CreateNode(gate, adapters.facts(), register, clock),
                new GetNode(gate, adapters.nodes(), views, clock),
                new ListNodes(adapters.nodeLists(), adapters.facts(), views, clock),
                new UpdateNode(gate, adapters.nodes(), register, clock),
                new DeleteNode(gate, adapters.nodes(), register, lifespans, clock));
    }

    AccountApi account() {
        WhoAmI whoAmI = new WhoAmI(adapters.directory(), adapters.membershipOrigins(), adapters.mailPreferences());
        return new AccountUseCases(
                whoAmI,
                new MyAccess(adapters.nodeLists(), views, clock),
                new ChangeNotifications(adapters.mailPreferences(), whoAmI, trail));
    }
}
