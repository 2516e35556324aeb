package io.featureaccess.application.port;

import io.featureaccess.domain.audit.Seal;
import io.featureaccess.domain.audit.SealHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The seals of one realm's record, and which rows belong to which. */
public interface AuditSeals {

    /** The realm that the seals are of, as their hashes name it. */
    String realm();

    /** The ends of the chain, locked until the transaction ends: there is one sealer at a time. Writers of rows need it not. */
    SealHead lock();

    SealHead head();

    /** Rows that belong to no seal. */
    List<UnsealedRow> unsealed(int max);

    /** Adds the seal that follows the last one, and gives it its rows. */
    void add(Seal seal, Set<String> rows);

    /** Seals after that number, in their order. */
    List<Seal> after(long number, int max);

    /** Removes seals from the beginning of the chain with all their rows. Answers how many rows went. */
    int remove(List<Seal> oldest);

    /**
     * Looks at the rows of a seal one by one.
     *
     * @param max where to stop: one more than the seal has is enough to know that there are too many
     */
    SealedRows rowsOf(long seal, int max);

    /** Looks at all rows that belong to no seal yet, one by one. */
    SealedRows unsealedRows();

    /** A row that says to belong to a seal that is not there, by its number. */
    Optional<Stray> stray(SealHead head);

    /** @param at when it was written */
    record UnsealedRow(String id, String hash, Instant at) {}

    /** @param seal the number of the seal that is not there */
    record Stray(String row, long seal) {}

    /**
     * Rows looked at.
     *
     * @param hashes of all of them, as they are kept; empty for rows without a seal, which may be many
     * @param count how many
     * @param oldest the earliest time of them
     * @param changed the id of the first, by time, whose fields do not have its hash
     */
    record SealedRows(List<String> hashes, long count, Optional<Instant> oldest, Optional<String> changed) {}
}
