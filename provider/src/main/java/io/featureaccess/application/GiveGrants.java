package io.featureaccess.application;

import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantOrder;
import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.grant.GrantPlan;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives roles in one place, or changes their ends: all of a list, or none. Doing it again changes nothing. */
public final class GiveGrants {

    private final GrantSites sites;
    private final Principals principals;
    private final GrantRules rules;
    private final GrantLedger ledger;
    private final DescribeGrants describe;

    public GiveGrants(
            GrantSites sites, Principals principals, GrantRules rules, GrantLedger ledger, DescribeGrants describe) {
        this.sites = sites;
        this.principals = principals;
        this.rules = rules;
        this.ledger = ledger;
        this.describe = describe;
    }

    /**
     * @param wanted at most {@link WantedGrant#MOST}
     * @return the grants as they are then, in the order they were asked for
     * @throws DomainProblem {@code no-such-node} and {@code forbidden} by {@code manage-access}; {@code unknown-principal},
     *     {@code ambiguous-principal}, {@code principal-mismatch}, {@code malformed-value}, {@code expiry-in-past},
     *     {@code too-many}, {@code reason-required}, {@code project-role-required}, {@code break-glass-required},
     *     {@code last-owner}
     */
    public List<DescribedGrant> give(Caller caller, GrantPlace place, List<WantedGrant> wanted) {
        if (wanted.size() > WantedGrant.MOST) {
            throw DomainProblem.tooMany("grants", WantedGrant.MOST);
        }
        Site site = sites.toChange(caller, place);
        List<GrantOrder> orders = principals.orders(wanted);
        GrantPlan plan = ledger.planToGive(caller, site, orders);
        ledger.write(judged(caller, site, plan, holders(orders)));
        return describe.describe(site, plan.result());
    }

    private GrantLedger.Step judged(Caller caller, Site site, GrantPlan plan, Map<PrincipalId, Principal> people) {
        Set<Grant> toSelf = rules.toSelf(caller, site, plan, people);
        rules.requireReasons(toSelf, people);
        rules.requireProjectRoles(site, plan, people);
        List<Grant> opening = rules.openingSecrets(caller, site, plan);
        return new GrantLedger.Step(caller, site, plan, toSelf, opening, people, Optional.empty());
    }

    private static Map<PrincipalId, Principal> holders(List<GrantOrder> orders) {
        return orders.stream()
                .map(GrantOrder::principal)
                .collect(Collectors.toMap(Principal::id, principal -> principal, (one, same) -> one));
    }
}
