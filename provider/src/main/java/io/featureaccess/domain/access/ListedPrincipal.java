package io.featureaccess.domain.access;

import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Principal;
import java.util.Optional;

/**
 * A principal in a list.
 *
 * @param accountType shown to admins only, and none of a group
 * @param creator who answers for it, of a service account whose creator is there
 */
public record ListedPrincipal(Principal principal, Optional<AccountType> accountType, Optional<Principal> creator) {}
