package io.featureaccess.domain.access;

import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Principal;
import java.util.Optional;

/** @param accountType shown to admins only, and none of a group */
public record ListedPrincipal(Principal principal, Optional<AccountType> accountType) {}
