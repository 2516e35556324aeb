package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.role.Role;
import java.util.List;
import java.util.Set;

/** The roles given on a node, or on all workspaces. */
public interface GrantApi {

    /** Needs {@code view-access} on the node, or for all workspaces an admin. */
    Page<DescribedGrant> list(Caller caller, GrantPlace place, PageRequest page);

    /**
     * Gives roles or changes their ends, all or none; needs {@code manage-access} on the node, or for all workspaces an admin.
     *
     * @return the grants as they are then, in the order they were asked for
     */
    List<DescribedGrant> give(Caller caller, GrantPlace place, List<WantedGrant> wanted);

    /**
     * Takes roles, of all principals named or of none; needs the same.
     *
     * @param roles which roles go; empty for all
     */
    void take(Caller caller, GrantPlace place, List<PrincipalRef> principals, Set<Role> roles);
}
