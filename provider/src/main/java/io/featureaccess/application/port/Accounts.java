package io.featureaccess.application.port;

import io.featureaccess.domain.account.AccountState;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What the realm's tables say about whether users and service accounts can log in. */
public interface Accounts {

    /** Of those that exist, by one statement; who is locked for a time only is not known here. */
    Map<PrincipalId, AccountState> states(Set<PrincipalId> ids);

    /** Remembers that a user of the realm was invited. */
    void invited(PrincipalId user, PrincipalId by, Instant at);
}
