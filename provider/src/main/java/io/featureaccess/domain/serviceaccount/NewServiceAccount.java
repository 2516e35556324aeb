package io.featureaccess.domain.serviceaccount;

import io.featureaccess.domain.problem.DomainProblem;

/**
 * A service account that somebody wants.
 *
 * @param description may be empty
 */
public record NewServiceAccount(String name, String description) {

    /** @throws DomainProblem {@code malformed-value} */
    public NewServiceAccount {
        AccountText.requireName(name);
        AccountText.requireDescription(description);
    }
}
