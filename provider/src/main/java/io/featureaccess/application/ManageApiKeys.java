package io.featureaccess.application;

import io.featureaccess.application.port.ApiKeys;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.ApiKeyId;
import io.featureaccess.domain.serviceaccount.IssuedKey;
import io.featureaccess.domain.serviceaccount.NewKey;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import java.util.Optional;

/** The keys of one service account, for whoever may change the account. */
public final class ManageApiKeys {

    private final ServiceAccountGate gate;
    private final ApiKeys keys;
    private final NewKeys newKeys;
    private final AuditTrail trail;

    public ManageApiKeys(ServiceAccountGate gate, ApiKeys keys, NewKeys newKeys, AuditTrail trail) {
        this.gate = gate;
        this.keys = keys;
        this.newKeys = newKeys;
        this.trail = trail;
    }

    /** @throws DomainProblem {@code not-found} */
    public Page<ApiKey> list(Caller caller, PrincipalId account, PageRequest page) {
        return keys.of(gate.see(caller, account).id(), page);
    }

    /**
     * Whoever makes a key may act as the account; an admin who is not its creator says why.
     *
     * @throws DomainProblem {@code not-found}, {@code reason-required}, {@code expiry-in-past}, {@code name-taken}, {@code
     *     too-many}
     */
    public IssuedKey create(Caller caller, PrincipalId id, NewKey wanted) {
        ServiceAccount account = gate.change(caller, id);
        if (!account.isOf(caller.principal()) && wanted.reason().isEmpty()) {
            throw DomainProblem.reasonRequired(
                    "whoever makes a key of a service account that is not theirs says why: they may act as it then");
        }
        return newKeys.make(caller, account, wanted);
    }

    /** @throws DomainProblem {@code not-found} */
    public ApiKey turn(Caller caller, PrincipalId id, ApiKeyId keyId, boolean on, Optional<String> reason) {
        ServiceAccount account = gate.change(caller, id);
        ApiKey was = key(account, keyId);
        if (was.enabled() == on) {
            return was;
        }
        ApiKey is = was.withEnabled(on);
        keys.enable(account.id(), keyId, on);
        trail.record(
                caller,
                Change.of(on ? AuditChange.API_KEY_ACTIVATED : AuditChange.API_KEY_DEACTIVATED)
                        .about(account.principal())
                        .from(AccountSnapshots.of(was))
                        .to(AccountSnapshots.of(is))
                        .because(reason));
        return is;
    }

    /** @throws DomainProblem {@code not-found} */
    public void delete(Caller caller, PrincipalId id, ApiKeyId keyId) {
        ServiceAccount account = gate.change(caller, id);
        ApiKey key = key(account, keyId);
        keys.remove(account.id(), keyId);
        trail.record(
                caller,
                Change.of(AuditChange.API_KEY_DELETED)
                        .about(account.principal())
                        .from(AccountSnapshots.of(key)));
    }

    private ApiKey key(ServiceAccount account, ApiKeyId id) {
        return keys.find(account.id(), id).orElseThrow(() -> DomainProblem.notFound("API key"));
    }
}
