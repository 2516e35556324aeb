package io.featureaccess.domain.transfer;

/**
 * What an import did.
 *
 * @param nodes lines with a node
 * @param grants lines with a grant
 * @param grantsPassedOver grants to principals that this realm does not have, left out because the caller asked for it
 */
public record ImportReport(Count nodes, Count grants, long grantsPassedOver) {

    public static final ImportReport NOTHING = new ImportReport(Count.NONE, Count.NONE, 0);

    /** @param unchanged were there already, just so */
    public record Count(long added, long changed, long unchanged) {

        public static final Count NONE = new Count(0, 0, 0);

        public Count plus(Count other) {
            return new Count(added + other.added, changed + other.changed, unchanged + other.unchanged);
        }
    }

    public ImportReport plus(ImportReport other) {
        return new ImportReport(
                nodes.plus(other.nodes), grants.plus(other.grants), grantsPassedOver + other.grantsPassedOver);
    }
}
