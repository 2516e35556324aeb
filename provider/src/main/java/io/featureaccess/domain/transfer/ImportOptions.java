package io.featureaccess.domain.transfer;

import java.util.Optional;

/**
 * @param passOverUnknownPrincipals leave out grants to principals that this realm does not have, instead of refusing the file
 * @param reason why the import is made; required where it gives the caller access
 */
public record ImportOptions(boolean passOverUnknownPrincipals, Optional<String> reason) {}
