package io.featureaccess.application.transfer;

import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.transfer.ImportOptions;
import java.time.Instant;

/**
 * What holds for a whole import.
 *
 * @param sameRealm whether the file was exported from the realm that it is imported into
 * @param startedAt the time of creation of whatever has none in the file
 */
record Run(Caller caller, boolean sameRealm, ImportOptions options, SelfAccess selfAccess, Instant startedAt) {}
