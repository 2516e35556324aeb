package io.featureaccess.domain.grant;

/** How a grant or a membership came to be: by somebody's hand or answer, or by a rule over identity-provider attributes. */
public enum GrantOrigin {
    DIRECT("direct"),
    RULE("rule");

    private final String id;

    GrantOrigin(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
