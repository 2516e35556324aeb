package io.featureaccess.application;

import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.application.port.Grants;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;

/** The grants made in one place, a page at a time. */
public final class ListGrants {

    private final GrantSites sites;
    private final Grants grants;
    private final DescribeGrants describe;

    public ListGrants(GrantSites sites, Grants grants, DescribeGrants describe) {
        this.sites = sites;
        this.grants = grants;
        this.describe = describe;
    }

    /** @throws DomainProblem {@code no-such-node}, {@code forbidden} by {@code view-access} */
    public Page<DescribedGrant> list(Caller caller, GrantPlace place, PageRequest request) {
        Site site = sites.toLook(caller, place);
        Page<Grant> page = grants.on(site.target(), request);
        return new Page<>(describe.describe(site, page.items()), page.total());
    }
}
