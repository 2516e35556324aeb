package io.featureaccess.keycloak.spi;

/** The configuration of mappers with rules, as realms keep it. */
public final class RuleMapperConfig {

    /** The rules, a JSON list. */
    public static final String RULES = "rules";

    private RuleMapperConfig() {}
}
