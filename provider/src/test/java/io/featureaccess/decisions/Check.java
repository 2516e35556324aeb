package io.featureaccess.decisions;

import java.util.Optional;
import java.util.Set;

/**
 * One question and what is expected of its answer; what is empty is not looked at.
 *
 * @param because exactly the codes of the reasons
 * @param wouldDo as {@code consumer on fraud/payments}, or {@code nothing}
 * @param until as {@code in 2 hours}, or {@code never}
 */
public record Check(
        String principal,
        String action,
        String node,
        boolean permit,
        Optional<Set<String>> because,
        Optional<String> wouldDo,
        Optional<String> until,
        Optional<String> askedBy,
        boolean breakingGlass) {

    /** The sentence that names the test. */
    @Override
    public String toString() {
        return principal + (breakingGlass ? ", breaking the glass," : "") + (permit ? " may " : " may not ")
                + action
                + " on " + node
                + askedBy.map(by -> ", asked by " + by).orElse("");
    }
}
