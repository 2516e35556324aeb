package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.audit.Verification;
import java.time.Instant;

/**
 * What a verification of the record found.
 *
 * @param intact whether everything fits
 * @param lastSeal the hash of the last seal that fits
 * @param removed the number of the last seal that retention removed
 * @param unsealed how many rows wait for a seal
 */
record VerificationJson(
        boolean intact,
        long seals,
        long rows,
        String lastSeal,
        long removed,
        long unsealed,
        String oldestUnsealed,
        MismatchJson mismatch) {

    /** The first thing that does not fit. */
    record MismatchJson(String kind, String text, Long seal, String row) {

        static MismatchJson of(Verification.Mismatch mismatch) {
            return new MismatchJson(
                    mismatch.kind().id(),
                    mismatch.kind().text(),
                    mismatch.seal().orElse(null),
                    mismatch.row().orElse(null));
        }
    }

    static VerificationJson of(Verification found) {
        return new VerificationJson(
                found.mismatch().isEmpty(),
                found.seals(),
                found.rows(),
                found.lastSeal(),
                found.removed(),
                found.unsealed(),
                found.oldestUnsealed().map(Instant::toString).orElse(null),
                found.mismatch().map(MismatchJson::of).orElse(null));
    }
}
