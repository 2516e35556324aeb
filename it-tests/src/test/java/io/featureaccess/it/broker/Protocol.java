package io.featureaccess.it.broker;

/** How a realm speaks with the company. */
enum Protocol {
    OIDC("feature-access-oidc-rules"),
    SAML("feature-access-saml-rules");

    private final String mapper;

    Protocol(String mapper) {
        this.mapper = mapper;
    }

    /** The alias of the identity provider. */
    String alias() {
        return "company-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The kind of our mapper for it. */
    String mapper() {
        return mapper;
    }
}
