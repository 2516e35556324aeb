package io.featureaccess.domain.settings;

import java.util.Optional;

/** Settings to be changed; what is empty stays as it is. */
public record SettingsChange(Optional<Integer> maxPermissions, Optional<Integer> rptLifespan, Optional<String> reason) {

    /** @throws io.featureaccess.domain.problem.DomainProblem {@code malformed-value} */
    public PlatformSettings onto(PlatformSettings settings) {
        PlatformSettings first =
                maxPermissions.map(settings::withMaxPermissions).orElse(settings);
        return rptLifespan.map(first::withRptLifespan).orElse(first);
    }
}
