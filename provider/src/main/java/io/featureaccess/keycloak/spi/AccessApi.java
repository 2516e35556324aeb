package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.access.Check;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.access.PrincipalAccess;
import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.List;
import java.util.Optional;

/** Who may do what, and why, for those who may know. */
public interface AccessApi {

    /** What one principal may do to a node: about oneself for whoever sees it, about others with {@code view-access}. */
    PrincipalAccess of(Caller caller, NodeRef node, PrincipalRef principal);

    /** Everyone who holds a role that reaches the node; needs {@code view-access}. */
    Page<PrincipalAccess> ofEveryone(
            Caller caller, NodeRef node, Optional<PrincipalType> type, Optional<String> name, PageRequest page);

    /** What one principal holds anywhere; about oneself, for admins, and for the creator of a service account. */
    List<DescribedGrant> heldBy(Caller caller, PrincipalRef principal, PageRequest page);

    /** The decisions in the order of the checks, as the caller may read them. */
    List<Decision> answer(Caller caller, List<Check> checks);
}
