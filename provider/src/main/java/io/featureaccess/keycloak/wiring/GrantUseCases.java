package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.GiveGrants;
import io.featureaccess.application.ListGrants;
import io.featureaccess.application.TakeGrants;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.role.Role;
import io.featureaccess.keycloak.spi.GrantApi;
import java.util.List;
import java.util.Set;

/** {@link GrantApi} by the use cases. */
record GrantUseCases(ListGrants list, GiveGrants give, TakeGrants take) implements GrantApi {

    @Override
    public Page<DescribedGrant> list(Caller caller, GrantPlace place, PageRequest page) {
        return list.list(caller, place, page);
    }

    @Override
    public List<DescribedGrant> give(Caller caller, GrantPlace place, List<WantedGrant> wanted) {
        return give.give(caller, place, wanted);
    }

    @Override
    public void take(Caller caller, GrantPlace place, List<PrincipalRef> principals, Set<Role> roles) {
        take.take(caller, place, principals, roles);
    }
}
