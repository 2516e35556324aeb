package io.featureaccess.application;

import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.grant.GrantPlan;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes roles in one place: of all the principals named, or of none. Taking what nobody has changes nothing. */
public final class TakeGrants {

    private final GrantSites sites;
    private final Principals principals;
    private final GrantLedger ledger;

    public TakeGrants(GrantSites sites, Principals principals, GrantLedger ledger) {
        this.sites = sites;
        this.principals = principals;
        this.ledger = ledger;
    }

    /**
     * @param references whose roles go: at least one, so that a forgotten parameter does not take everybody's
     * @param roles which roles go; empty for all
     * @throws DomainProblem {@code no-such-node} and {@code forbidden} by {@code manage-access}; {@code missing-field},
     *     {@code too-many}, {@code unknown-principal}, {@code ambiguous-principal}, {@code last-owner}
     */
    public void take(Caller caller, GrantPlace place, List<PrincipalRef> references, Set<Role> roles) {
        if (references.isEmpty()) {
            throw DomainProblem.missingField("principal");
        }
        if (references.size() > WantedGrant.MOST) {
            throw DomainProblem.tooMany("principal", WantedGrant.MOST);
        }
        Site site = sites.toChange(caller, place);
        Map<PrincipalId, Principal> people = principals.require(references).values().stream()
                .collect(Collectors.toMap(Principal::id, principal -> principal, (one, same) -> one));
        GrantPlan plan = ledger.planToTake(site, people.keySet(), roles);
        ledger.write(new GrantLedger.Step(caller, site, plan, Set.of(), List.of(), people, Optional.empty()));
    }
}
