package io.featureaccess.application;

import io.featureaccess.application.port.ApiKeys;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.IssuedKey;
import io.featureaccess.domain.serviceaccount.KeyHash;
import io.featureaccess.domain.serviceaccount.KeyText;
import io.featureaccess.domain.serviceaccount.NewKey;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes API keys: what is kept of one cannot be turned back into it. */
public final class NewKeys {

    private final ApiKeys keys;
    private final AuditTrail trail;
    private final Clock clock;

    public NewKeys(ApiKeys keys, AuditTrail trail, Clock clock) {
        this.keys = keys;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param account locked by the caller, so that names and number are true
     * @throws DomainProblem {@code expiry-in-past}, {@code name-taken}, {@code too-many}
     */
    IssuedKey make(Caller by, ServiceAccount account, NewKey wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (wanted.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw DomainProblem.of(
                    ProblemCode.EXPIRY_IN_PAST, "expiresAt", "'expiresAt' has to be in the future: no key is made");
        }
        Page<ApiKey> existing = keys.of(account.id(), PageRequest.ofFirst(ApiKey.MOST));
        if (existing.items().stream().anyMatch(key -> key.name().equals(wanted.name()))) {
            throw DomainProblem.nameTaken(wanted.name());
        }
        if (existing.items().size() >= ApiKey.MOST) {
            throw DomainProblem.tooMany("keys", ApiKey.MOST);
        }
        KeyText text = KeyText.random();
        ApiKey key = new ApiKey(
                text.id(),
                wanted.name(),
                true,
                now,
                wanted.expiresAt().map(end -> end.truncatedTo(ChronoUnit.MICROS)),
                Optional.empty());
        keys.add(account.id(), key, KeyHash.of(text.secret()));
        trail.record(
                by,
                Change.of(AuditChange.API_KEY_CREATED)
                        .about(account.principal())
                        .to(AccountSnapshots.of(key))
                        .because(wanted.reason()));
        return new IssuedKey(key, text);
    }
}
