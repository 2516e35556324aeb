package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.AskedAccess;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.WantedAccess;
import io.featureaccess.domain.request.WantedAnswer;
import java.util.List;
import java.util.Optional;

/** Access requests, and the permissions that they and grants become. */
public interface RequestApi {

    /** Asks for a role on a node that the caller sees; asking for the same again answers what is pending. */
    AskedAccess ask(Caller caller, NodeRef node, WantedAccess wanted);

    /** The caller's own, in the filter's order. */
    List<AccessRequest> mine(Caller caller, RequestFilter filter, PageRequest page);

    /** Those on nodes where the caller has {@code manage-access}, in the filter's order. */
    List<AccessRequest> manageable(Caller caller, RequestFilter filter, PageRequest page);

    /** Makes a grant of a request; needs {@code manage-access}, and somebody else than who asked. */
    AccessRequest approve(Caller caller, RequestId id, WantedAnswer answer);

    /** Needs the same. */
    AccessRequest reject(Caller caller, RequestId id, Optional<String> reason);

    /** For the one who asked. */
    AccessRequest withdraw(Caller caller, RequestId id, Optional<String> reason);

    /** Takes the grant of a permission; needs {@code manage-access}, or for all workspaces an admin. */
    AccessRequest revoke(Caller caller, RequestId id, Optional<String> reason);
}
