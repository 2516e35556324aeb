package io.featureaccess.application.request;

import io.featureaccess.application.GrantLedger;
import io.featureaccess.application.GrantRules;
import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.application.port.Grants;
import io.featureaccess.application.request.RequestGate.Opened;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantOrder;
import io.featureaccess.domain.grant.GrantPlan;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Answer;
import io.featureaccess.domain.request.GivenTerms;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.RequestStep;
import io.featureaccess.domain.request.Terms;
import io.featureaccess.domain.request.WantedAnswer;
import io.featureaccess.domain.role.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says yes to a request: it becomes a grant in the same transaction, of what was asked for or less. */
public final class ApproveRequest {

    private final RequestGate gate;
    private final GrantRules rules;
    private final GrantLedger ledger;
    private final Grants grants;
    private final RequestRecord record;

    public ApproveRequest(RequestGate gate, GrantRules rules, GrantLedger ledger, Grants grants, RequestRecord record) {
        this.gate = gate;
        this.rules = rules;
        this.ledger = ledger;
        this.grants = grants;
        this.record = record;
    }

    /**
     * @throws DomainProblem {@code not-found}; {@code own-request}; {@code not-pending}; {@code malformed-value} where the
     *     answer gives more than was asked for, or a role on the project of what is no feature set; {@code expiry-in-past};
     *     {@code project-role-required}; {@code break-glass-required}; {@code forbidden} on the project
     */
    public AccessRequest approve(Caller caller, RequestId id, WantedAnswer answer) {
        AccessRequest found = gate.answerable(caller, id);
        Optional<Site> project = answer.projectRole().map(role -> project(caller, found));
        Opened opened = gate.lock(caller, found);
        AccessRequest pending = opened.request();
        RequestStep.APPROVE.from(pending.state());
        Terms given = given(opened, answer);
        project.ifPresent(site -> ledger.write(
                step(caller, site, pending, new Terms(answer.projectRole().get(), given.expiresAt()))));
        GrantLedger.Step step = step(caller, opened.site(), pending, given);
        Grant grant = step.plan().result().get(0);
        AccessRequest granted = pending.approved(
                new Answer(Actor.of(caller), ledger.now(), answer.reason()),
                new Terms(grant.role(), grant.expiresAt()),
                grant.id());
        record.approved(caller, pending, granted, opened.site().subject().orElseThrow());
        ledger.write(step);
        return granted;
    }

    /** Locked before the feature set, as whoever deletes a project does it. */
    private Site project(Caller caller, AccessRequest request) {
        if (request.node().orElseThrow().path().kind() != NodeKind.FEATURE_SET) {
            throw DomainProblem.malformed("projectRole", "it is for requests on feature sets");
        }
        return gate.projectOf(caller, request);
    }

    private static Terms given(Opened opened, WantedAnswer answer) {
        Site site = opened.site();
        return GivenTerms.of(
                opened.request().asked(),
                answer,
                site.kind().orElseThrow(),
                site.node().orElseThrow().facts().settings());
    }

    private GrantLedger.Step step(Caller caller, Site site, AccessRequest request, Terms given) {
        Principal holder = request.principal();
        Terms lasting = GivenTerms.noShorterThan(given, held(site, holder.id(), given.role()));
        GrantOrder order = new GrantOrder(holder, lasting.role(), lasting.expiresAt(), request.reason(), false);
        GrantPlan plan = ledger.planToGive(caller, site, List.of(order));
        Map<PrincipalId, Principal> people = Map.of(holder.id(), holder);
        rules.requireProjectRoles(site, plan, people);
        List<Grant> opening = rules.openingSecrets(caller, site, plan);
        return new GrantLedger.Step(caller, site, plan, Set.of(), opening, people, Optional.empty());
    }

    private Optional<Terms> held(Site site, PrincipalId holder, Role role) {
        return grants.of(Set.of(holder), site.target()).stream()
                .filter(grant -> grant.role() == role)
                .map(grant -> new Terms(role, grant.expiresAt()))
                .findFirst();
    }
}
