package io.featureaccess.domain.serviceaccount;

import io.featureaccess.domain.problem.DomainProblem;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A key that somebody wants.
 *
 * @param reason why; needed from whoever is not the account's creator
 */
public record NewKey(String name, Optional<Instant> expiresAt, Optional<String> reason) {

    /** @throws DomainProblem {@code malformed-value} */
    public NewKey {
        AccountText.requireName(name);
        Objects.requireNonNull(expiresAt, "expiresAt is null");
        Objects.requireNonNull(reason, "reason is null");
    }
}
