package io.featureaccess.domain.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What came out when all seals and rows of the record were looked at.
 *
 * @param seals how many seals fitted, before the first that did not
 * @param rows how many rows belong to those
 * @param lastSeal the hash of the last seal, to be compared with the server's log
 * @param removed the number of the last seal that retention removed; 0 for none
 * @param unsealed how many rows wait for a seal
 * @param oldestUnsealed the time of the oldest of those
 * @param mismatch the first thing that does not fit; empty where everything does
 */
public record Verification(
        long seals,
        long rows,
        String lastSeal,
        long removed,
        long unsealed,
        Optional<Instant> oldestUnsealed,
        Optional<Mismatch> mismatch) {

    /**
     * Something that does not fit.
     *
     * @param seal the number of the seal where it was found; empty for a row that has none yet
     * @param row the id of the row, where it is known which
     */
    public record Mismatch(Kind kind, Optional<Long> seal, Optional<String> row) {}

    /** How something does not fit. */
    public enum Kind {
        ROW_CHANGED("row-changed", "a row is not as it was written"),
        ROW_MISSING("row-missing", "rows of this seal are gone"),
        ROW_ADDED("row-added", "rows were added to this seal, or belong to one that is not there"),
        SEAL_CHANGED("seal-changed", "this seal, or the set of its rows, is not as it was made"),
        SEAL_MISSING("seal-missing", "this seal is gone");

        private final String id;
        private final String text;

        Kind(String id, String text) {
            this.id = id;
            this.text = text;
        }

        public String id() {
            return id;
        }

        public String text() {
            return text;
        }
    }
}
