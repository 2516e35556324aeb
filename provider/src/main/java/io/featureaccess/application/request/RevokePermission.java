package io.featureaccess.application.request;

import io.featureaccess.application.GrantLedger;
import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.application.port.Requests;
import io.featureaccess.application.request.RequestGate.Opened;
import io.featureaccess.domain.grant.GrantPlan;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.RequestStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes what is granted, whether it was asked for or not: the grant goes, and says why. */
public final class RevokePermission {

    private final RequestGate gate;
    private final Requests requests;
    private final GrantLedger ledger;

    public RevokePermission(RequestGate gate, Requests requests, GrantLedger ledger) {
        this.gate = gate;
        this.requests = requests;
        this.ledger = ledger;
    }

    /** @throws DomainProblem {@code not-found}; {@code forbidden}; {@code not-granted}; {@code last-owner} */
    public AccessRequest revoke(Caller caller, RequestId id, Optional<String> reason) {
        Opened opened = gate.lockPermission(caller, id);
        AccessRequest permission = opened.request();
        RequestStep.REVOKE.from(permission.state());
        Site site = opened.site();
        Principal holder = permission.principal();
        GrantPlan plan = ledger.planToTake(
                site, Set.of(holder.id()), Set.of(permission.terms().role()));
        ledger.write(
                new GrantLedger.Step(caller, site, plan, Set.of(), List.of(), Map.of(holder.id(), holder), reason));
        return requests.find(id, ledger.now()).orElseThrow();
    }
}
