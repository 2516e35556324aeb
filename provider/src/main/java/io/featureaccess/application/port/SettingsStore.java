package io.featureaccess.application.port;

import io.featureaccess.domain.settings.PlatformSettings;

/** The platform settings of one realm. */
public interface SettingsStore {

    PlatformSettings read();

    /** Writes what may be changed here; which client and role it is stays. */
    void write(PlatformSettings settings);
}
