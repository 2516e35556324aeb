package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.GrantLedger;
import io.featureaccess.application.GrantRules;
import io.featureaccess.application.GrantSites;
import io.featureaccess.application.NodeGate;
import io.featureaccess.application.OpenedSecrets;
import io.featureaccess.application.port.Requests;
import io.featureaccess.application.request.ApproveRequest;
import io.featureaccess.application.request.ListRequests;
import io.featureaccess.application.request.RejectRequest;
import io.featureaccess.application.request.RequestAccess;
import io.featureaccess.application.request.RequestGate;
import io.featureaccess.application.request.RequestRecord;
import io.featureaccess.application.request.RevokePermission;
import io.featureaccess.application.request.TimeToAnswer;
import io.featureaccess.application.request.WithdrawRequest;
import io.featureaccess.keycloak.spi.RequestApi;
import java.time.Clock;
import java.time.Duration;

/** Access requests: which use case gets which adapters. */
final class RequestWiring {

    private final Adapters adapters;
    private final Clock clock;
    private final AuditTrail trail;

    RequestWiring(Adapters adapters, Clock clock) {
        this.adapters = adapters;
        this.clock = clock;
        this.trail = new AuditTrail(adapters.auditLog(), adapters.notices(), clock);
    }

    /** @param timeToAnswer after which a request that nobody answered has lapsed */
    RequestApi requests(Duration timeToAnswer) {
        Requests requests = adapters.requests();
        NodeGate nodes = new NodeGate(adapters.facts(), trail, clock);
        GrantSites sites = new GrantSites(nodes, adapters.nodes(), adapters.grants(), adapters.directory());
        RequestGate gate = new RequestGate(requests, sites, nodes, adapters.serviceAccounts(), clock);
        RequestRecord record = new RequestRecord(requests, trail, adapters.outbox());
        GrantRules rules = new GrantRules(adapters.directory(), adapters.facts(), adapters.grants(), clock);
        GrantLedger ledger = new GrantLedger(
                adapters.grants(), trail, new OpenedSecrets(adapters.nodes(), trail), adapters.outbox(), clock);
        return new RequestUseCases(
                new RequestAccess(sites, adapters.directory(), requests, record, new TimeToAnswer(timeToAnswer, clock)),
                new ListRequests(requests, adapters.directory(), trail, clock),
                new ApproveRequest(gate, rules, ledger, adapters.grants(), record),
                new RejectRequest(gate, record, clock),
                new WithdrawRequest(gate, record, clock),
                new RevokePermission(gate, requests, ledger));
    }
}
