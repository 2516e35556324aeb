package io.featureaccess.application.port;

import java.time.Duration;

/** How long the realm's tokens live. */
public interface TokenLifespans {

    /** The longest time for which a token given now may name a node: as an RPT, or by the roles it carries. */
    Duration longest();
}
