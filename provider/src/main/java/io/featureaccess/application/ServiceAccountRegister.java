package io.featureaccess.application;

import io.featureaccess.application.port.ServiceAccountClients;
import io.featureaccess.application.port.ServiceAccounts;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.serviceaccount.NewServiceAccount;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Writes service accounts: our row, the client that it is in Keycloak, and the record. */
public final class ServiceAccountRegister {

    private final ServiceAccounts accounts;
    private final ServiceAccountClients clients;
    private final AuditTrail trail;
    private final Clock clock;

    public ServiceAccountRegister(
            ServiceAccounts accounts, ServiceAccountClients clients, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.clients = clients;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws DomainProblem {@code name-taken}, {@code quota-exceeded} */
    ServiceAccount create(Caller by, NewServiceAccount wanted, int quota) {
        ServiceAccount.Creator creator =
                accounts.lockCreator(by.principal()).orElseThrow(DomainProblem::changedMeanwhile);
        requireFree(creator.id(), wanted.name());
        if (accounts.countOf(creator.id()) >= quota) {
            throw DomainProblem.quotaExceeded(quota);
        }
        ServiceAccountClients.Made made = clients.make(wanted.name());
        ServiceAccount account = new ServiceAccount(
                made.account(),
                made.clientId(),
                wanted.name(),
                wanted.description(),
                creator,
                true,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        accounts.add(account, made.client());
        trail.record(
                by,
                Change.of(AuditChange.SERVICE_ACCOUNT_CREATED)
                        .about(account.principal())
                        .to(AccountSnapshots.of(account)));
        return account;
    }

    /** @throws DomainProblem {@code name-taken} */
    ServiceAccount describe(Caller by, ServiceAccount was, ServiceAccount is, Optional<String> reason) {
        if (is.equals(was)) {
            return was;
        }
        if (!is.name().equals(was.name())) {
            accounts.lockCreator(was.creator().id());
            requireFree(was.creator().id(), is.name());
            clients.rename(was.id(), is.name());
        }
        accounts.update(is);
        record(by, AuditChange.SERVICE_ACCOUNT_UPDATED, was, is, reason);
        return is;
    }

    /**
     * @throws DomainProblem {@code name-taken} where the new creator has an account of that name; {@code malformed-value} where
     *     that is no enabled user
     */
    ServiceAccount handOver(Caller by, ServiceAccount was, PrincipalId to, Optional<String> reason) {
        ServiceAccount.Creator creator = accounts.lockCreator(to)
                .filter(ServiceAccount.Creator::enabled)
                .orElseThrow(() -> DomainProblem.malformed("creator", "it is an enabled user"));
        if (was.isOf(creator.id())) {
            return was;
        }
        requireFree(creator.id(), was.name());
        ServiceAccount is = was.of(creator);
        accounts.update(is);
        record(by, AuditChange.SERVICE_ACCOUNT_CREATOR_CHANGED, was, is, reason);
        return is;
    }

    ServiceAccount turn(Caller by, ServiceAccount was, boolean on, Optional<String> reason) {
        if (was.enabled() == on) {
            return was;
        }
        if (on) {
            clients.activate(was.id());
        } else {
            clients.deactivate(was.id());
        }
        ServiceAccount is = was.withEnabled(on);
        record(
                by,
                on ? AuditChange.SERVICE_ACCOUNT_ACTIVATED : AuditChange.SERVICE_ACCOUNT_DEACTIVATED,
                was,
                is,
                reason);
        return is;
    }

    void delete(Caller by, ServiceAccount account) {
        clients.remove(account.id());
        trail.record(
                by,
                Change.of(AuditChange.SERVICE_ACCOUNT_DELETED)
                        .about(account.principal())
                        .from(AccountSnapshots.of(account)));
    }

    private void requireFree(PrincipalId creator, String name) {
        if (accounts.named(creator, name).isPresent()) {
            throw DomainProblem.nameTaken(name);
        }
    }

    private void record(Caller by, AuditChange kind, ServiceAccount was, ServiceAccount is, Optional<String> reason) {
        trail.record(
                by,
                Change.of(kind)
                        .about(is.principal())
                        .from(AccountSnapshots.of(was))
                        .to(AccountSnapshots.of(is))
                        .because(reason));
    }
}
