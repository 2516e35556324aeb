package io.featureaccess.application.port;

import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Work in transactions of its own, for what happens in the background.
 *
 * @param <P> the ports that the work needs, for one transaction
 */
public interface Transactions<P> {

    /** Commits what the work does; whatever it throws rolls it back. */
    <T> T run(Function<P, T> work);

    /**
     * Works in one transaction after the other for as long as there is enough to do for a whole one.
     *
     * @param whole how much one transaction does at most
     * @param batch answers how much it did
     */
    default void runInBatches(int whole, ToIntFunction<P> batch) {
        int done;
        do {
            done = run(batch::applyAsInt);
        } while (done == whole);
    }
}
