package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.request.ApproveRequest;
import io.featureaccess.application.request.ListRequests;
import io.featureaccess.application.request.RejectRequest;
import io.featureaccess.application.request.RequestAccess;
import io.featureaccess.application.request.RevokePermission;
import io.featureaccess.application.request.WithdrawRequest;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.AskedAccess;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.WantedAccess;
import io.featureaccess.domain.request.WantedAnswer;
import io.featureaccess.keycloak.spi.RequestApi;
import java.util.List;
import java.util.Optional;

/** {@link RequestApi} by the use cases. */
record RequestUseCases(
        RequestAccess access,
        ListRequests list,
        ApproveRequest approval,
        RejectRequest rejection,
        WithdrawRequest withdrawal,
        RevokePermission revocation)
        implements RequestApi {

    @Override
    public AskedAccess ask(Caller caller, NodeRef node, WantedAccess wanted) {
        return access.ask(caller, node, wanted);
    }

    @Override
    public List<AccessRequest> mine(Caller caller, RequestFilter filter, PageRequest page) {
        return list.mine(caller, filter, page);
    }

    @Override
    public List<AccessRequest> manageable(Caller caller, RequestFilter filter, PageRequest page) {
        return list.manageable(caller, filter, page);
    }

    @Override
    public AccessRequest approve(Caller caller, RequestId id, WantedAnswer answer) {
        return approval.approve(caller, id, answer);
    }

    @Override
    public AccessRequest reject(Caller caller, RequestId id, Optional<String> reason) {
        return rejection.reject(caller, id, reason);
    }

    @Override
    public AccessRequest withdraw(Caller caller, RequestId id, Optional<String> reason) {
        return withdrawal.withdraw(caller, id, reason);
    }

    @Override
    public AccessRequest revoke(Caller caller, RequestId id, Optional<String> reason) {
        return revocation.revoke(caller, id, reason);
    }
}
