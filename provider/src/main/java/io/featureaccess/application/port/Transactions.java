package io.featureaccess.application.port;

import java.util.function.Function;

/**
 * Work in transactions of its own, for what happens in the background.
 *
 * @param <P> the ports that the work needs, for one transaction
 */
public interface Transactions<P> {

    /** Commits what the work does; whatever it throws rolls it back. */
    <T> T run(Function<P, T> work);
}
