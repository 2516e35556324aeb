package io.featureaccess.storage;

import io.featureaccess.application.port.AuditSeals.SealedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of the record that pass by, one at a time: of each, no more is kept than its hash. */
final class LookedAtRows {

    private final String realm;
    private final boolean withHashes;
    private final List<String> hashes = new ArrayList<>();
    private long count;
    private Instant oldest;
    private String changed;

    /** @param withHashes whether their hashes are wanted; only for a bounded number of rows */
    LookedAtRows(String realm, boolean withHashes) {
        this.realm = realm;
        this.withHashes = withHashes;
    }

    /** Ordered by time: the columns of {@link RowHash}, and the hash. */
    void add(Row row) {
        count++;
        String kept = row.text(RowHash.WIDTH);
        if (oldest == null) {
            oldest = row.instant(1);
        }
        if (changed == null && !RowHash.of(realm, row).equals(kept)) {
            changed = row.text(0);
        }
        if (withHashes) {
            hashes.add(kept);
        }
    }

    SealedRows result() {
        return new SealedRows(List.copyOf(hashes), count, Optional.ofNullable(oldest), Optional.ofNullable(changed));
    }
}
