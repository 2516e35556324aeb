package io.featureaccess.application;

import io.featureaccess.application.port.AccountTypes;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Grants;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import java.util.Set;

/** Makes a user or service account an admin, or an admin a principal again; somebody always stays an admin. */
public final class ChangeAccountType {

    private static final String FOR_ADMINS = "account types";

    private final Directory directory;
    private final AccountTypes types;
    private final Grants grants;
    private final AuditTrail trail;

    public ChangeAccountType(Directory directory, AccountTypes types, Grants grants, AuditTrail trail) {
        this.directory = directory;
        this.types = types;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * @throws DomainProblem {@code forbidden} unless the caller is an admin; {@code not-found} where the reference means no user
     *     or service account; {@code last-admin}; {@code admin-by-group}
     */
    public Principal change(Caller caller, PrincipalRef reference, AccountType wanted, Optional<String> reason) {
        Admins admins = new Admins(directory);
        admins.require(caller, FOR_ADMINS);
        // The one lock a realm has: two admins who demote each other at once have to do it one after the other.
        grants.lockAllWorkspaces();
        admins.require(caller, FOR_ADMINS);
        Principal account = account(reference);
        AccountType before = AccountType.of(directory.isAdmin(account.id()));
        boolean kept = before == wanted && wanted == AccountType.ADMIN && types.keepAdmin(account.id());
        if (before != wanted) {
            set(account, wanted);
        }
        if (before != wanted || kept) {
            trail.record(
                    caller,
                    Change.of(AuditChange.ACCOUNT_TYPE_CHANGED)
                            .about(account)
                            .from(snapshot(before))
                            .to(snapshot(wanted))
                            .because(reason));
        }
        return account;
    }

    private Principal account(PrincipalRef reference) {
        return Optional.ofNullable(directory.resolve(Set.of(reference)).get(reference))
                .filter(principal -> principal.type() != PrincipalType.GROUP)
                .orElseThrow(() -> DomainProblem.notFound("user or service account"));
    }

    private void set(Principal account, AccountType wanted) {
        if (wanted == AccountType.ADMIN) {
            types.makeAdmin(account.id());
            return;
        }
        if (!directory.hasAdminBeside(account.id())) {
            throw DomainProblem.lastAdmin();
        }
        types.makePrincipal(account.id());
        if (directory.isAdmin(account.id())) {
            throw DomainProblem.adminByGroup();
        }
    }

    private static Snapshot snapshot(AccountType type) {
        return Snapshot.EMPTY.with("accountType", type.id());
    }
}
