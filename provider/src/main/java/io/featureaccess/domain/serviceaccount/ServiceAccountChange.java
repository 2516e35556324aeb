package io.featureaccess.domain.serviceaccount;

import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be changed about a service account; what is empty stays.
 *
 * @param creator who is to answer for it from now on; for admins only
 * @param reason why; needed from an admin who takes the account over
 */
public record ServiceAccountChange(
        Optional<String> name, Optional<String> description, Optional<PrincipalRef> creator, Optional<String> reason) {

    /** @throws DomainProblem {@code malformed-value} */
    public ServiceAccountChange {
        name.ifPresent(AccountText::requireName);
        description.ifPresent(AccountText::requireDescription);
        Objects.requireNonNull(creator, "creator is null");
        Objects.requireNonNull(reason, "reason is null");
    }

    public ServiceAccount onto(ServiceAccount account) {
        return account.described(name.orElse(account.name()), description.orElse(account.description()));
    }
}
