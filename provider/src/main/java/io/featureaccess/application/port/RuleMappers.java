package io.featureaccess.application.port;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.rule.IdentityProvider;
import io.featureaccess.domain.rule.MapperRules;
import java.util.List;
import java.util.Optional;

/** The mappers with rules that the realm's identity providers have. */
public interface RuleMappers {

    /** By alias. @param text what to look for in aliases and display names, case-insensitively; empty for all */
    List<IdentityProvider> identityProviders(Optional<String> text, PageRequest page);

    /** By name; empty where there is no such identity provider. */
    Optional<List<MapperRules>> of(String identityProvider);

    /** Writes other rules into one that is there; they are known to be readable. */
    void write(MapperRules changed);
}
