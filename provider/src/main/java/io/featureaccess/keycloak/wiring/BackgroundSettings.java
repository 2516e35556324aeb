package io.featureaccess.keycloak.wiring;

import java.time.Duration;
import org.keycloak.Config;

/**
 * What a server does in the background, as its operator configures it: {@code --spi-feature-access--default--interval} and
 * {@code --spi-feature-access--default--mail-retry}.
 *
 * @param interval between two runs; zero for a server that leaves it to others
 * @param retry how long a letter waits after the first failure to send it; twice as long after each further one
 */
record BackgroundSettings(Duration interval, Duration retry) {

    private static final int USUAL_INTERVAL = 30;
    private static final int USUAL_RETRY = 60;

    static BackgroundSettings of(Config.Scope config) {
        return new BackgroundSettings(
                Duration.ofSeconds(Math.max(0, config.getInt("interval", USUAL_INTERVAL))),
                Duration.ofSeconds(Math.max(1, config.getInt("mailRetry", USUAL_RETRY))));
    }

    boolean isOn() {
        return !interval.isZero();
    }
}
