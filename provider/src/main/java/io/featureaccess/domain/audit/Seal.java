package io.featureaccess.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What shows that rows were changed, added or taken away afterwards: each seal is over the one before and over the hashes of
 * the rows that belong to it. Rows belong to a seal because they were committed when it was made, not because of their times:
 * a row whose transaction took long is sealed later, and breaks nothing.
 *
 * @param number 1 for a realm's first, and one more for each next
 * @param previous the hash of the seal before; {@link #NONE} for the first
 * @param rows how many rows it is over
 * @param newest the latest time of a row in it
 */
public record Seal(long number, String previous, String hash, int rows, Instant sealedAt, Instant newest) {

    /** What stands before the first seal. */
    public static final String NONE = "";

    public Seal {
        Objects.requireNonNull(previous, "previous is null");
        Objects.requireNonNull(hash, "hash is null");
        Objects.requireNonNull(sealedAt, "sealedAt is null");
        Objects.requireNonNull(newest, "newest is null");
    }

    /**
     * The seal that follows.
     *
     * @param rowHashes of the rows it is to be over, in any order
     * @param newest the latest time of them
     */
    public static Seal after(SealHead head, String realm, List<String> rowHashes, Instant at, Instant newest) {
        long number = head.number() + 1;
        Seal open = new Seal(number, head.hash(), NONE, rowHashes.size(), at, newest);
        return new Seal(number, head.hash(), open.hashOver(realm, rowHashes), rowHashes.size(), at, newest);
    }

    /** Whether it is over just these rows. */
    public boolean fits(String realm, List<String> rowHashes) {
        return hash.equals(hashOver(realm, rowHashes));
    }

    /** Sorted, since a set of rows has no order that all databases agree on. */
    private String hashOver(String realm, List<String> rowHashes) {
        Fingerprint print = new Fingerprint()
                .add(realm)
                .add(String.valueOf(number))
                .add(previous)
                .add(sealedAt.toString())
                .add(newest.toString());
        rowHashes.stream().sorted().forEach(print::add);
        return print.hex();
    }
}
