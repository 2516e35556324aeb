package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.Admins;
import io.featureaccess.application.AnswerChecks;
import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.ChangeAccountType;
import io.featureaccess.application.Decide;
import io.featureaccess.application.DescribeGrants;
import io.featureaccess.application.DescribeHeldGrants;
import io.featureaccess.application.GiveGrants;
import io.featureaccess.application.GrantLedger;
import io.featureaccess.application.GrantRules;
import io.featureaccess.application.GrantSites;
import io.featureaccess.application.HeldGrantsGate;
import io.featureaccess.application.ListGrants;
import io.featureaccess.application.ListHeldGrants;
import io.featureaccess.application.ListOrphans;
import io.featureaccess.application.ListPrincipals;
import io.featureaccess.application.ManageSettings;
import io.featureaccess.application.MendResourceServer;
import io.featureaccess.application.NodeGate;
import io.featureaccess.application.NodeOwners;
import io.featureaccess.application.NodeViews;
import io.featureaccess.application.OpenedSecrets;
import io.featureaccess.application.Principals;
import io.featureaccess.application.ReadAudit;
import io.featureaccess.application.ShowAccess;
import io.featureaccess.application.TakeGrants;
import io.featureaccess.application.port.AccountTypes;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.ResourceServer;
import io.featureaccess.application.port.SettingsStore;
import io.featureaccess.application.record.VerifyRecord;
import io.featureaccess.domain.decision.Decision;
import io.featureaccess.keycloak.spi.AccessApi;
import io.featureaccess.keycloak.spi.AdministrationApi;
import io.featureaccess.keycloak.spi.AuditApi;
import io.featureaccess.keycloak.spi.GrantApi;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Grants, access, the record and administration: which use case gets which adapters. */
final class GrantWiring {

    private final Adapters adapters;
    private final Clock clock;
    private final Grants grants;
    private final Directory directory;
    private final FactsReader facts;
    private final AuditTrail trail;
    private final NodeGate gate;

    GrantWiring(Adapters adapters, Clock clock) {
        this.adapters = adapters;
        this.clock = clock;
        this.grants = adapters.grants();
        this.directory = adapters.directory();
        this.facts = adapters.facts();
        this.trail = new AuditTrail(adapters.auditLog(), adapters.notices(), clock);
        this.gate = new NodeGate(facts, trail, clock);
    }

    GrantApi grants() {
        GrantSites sites = new GrantSites(gate, adapters.nodes(), grants, directory);
        DescribeGrants describe = new DescribeGrants(directory, facts, clock);
        Principals principals = new Principals(directory);
        GrantRules rules = new GrantRules(directory, facts, grants, clock);
        GrantLedger ledger =
                new GrantLedger(grants, trail, new OpenedSecrets(adapters.nodes(), trail), adapters.outbox(), clock);
        return new GrantUseCases(
                new ListGrants(sites, grants, describe),
                new GiveGrants(sites, principals, rules, ledger, describe),
                new TakeGrants(sites, principals, ledger));
    }

    /** @param answered told of the decisions that are given */
    AccessApi access(Consumer<List<Decision>> answered) {
        DescribeHeldGrants describe = new DescribeHeldGrants(directory, facts, adapters.membershipOrigins());
        return new AccessUseCases(
                new ShowAccess(gate, directory, grants, facts, adapters.membershipOrigins()),
                new ListHeldGrants(
                        new HeldGrantsGate(directory, adapters.serviceAccounts()), grants, describe, trail, clock),
                new AnswerChecks(new Principals(directory), new Decide(facts, trail, clock)),
                answered);
    }

    AuditApi audit() {
        return new AuditUseCases(
                new ReadAudit(adapters.auditLog(), gate, adapters.nodes(), directory, trail),
                new VerifyRecord(new Admins(directory), adapters.auditSeals()));
    }

    AdministrationApi administration(AccountTypes accountTypes, SettingsStore settings, ResourceServer server) {
        Admins admins = new Admins(directory);
        NodeViews views = new NodeViews(facts, directory, new NodeOwners(grants, facts), trail);
        return new AdministrationUseCases(
                new ListPrincipals(directory),
                new ChangeAccountType(directory, accountTypes, grants, trail),
                new ListOrphans(admins, adapters.nodeLists(), views, clock),
                new ManageSettings(admins, settings, trail),
                new MendResourceServer(admins, server, trail));
    }
}
