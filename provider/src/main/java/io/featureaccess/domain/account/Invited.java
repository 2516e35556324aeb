package io.featureaccess.domain.account;

import io.featureaccess.domain.principal.Principal;

/** Somebody who was invited, and what became of the e-mail that says so. */
public record Invited(Principal user, Delivery delivery) {}
