package io.featureaccess.domain.audit;

/**
 * Where a realm's chain of seals begins and ends.
 *
 * @param number of the last seal; 0 before the first
 * @param hash of the last seal
 * @param removed the number of the last seal that retention removed; 0 for none
 * @param removedHash of that seal: the first that is there follows it
 */
public record SealHead(long number, String hash, long removed, String removedHash) {

    public static final SealHead EMPTY = new SealHead(0, Seal.NONE, 0, Seal.NONE);
}
