package io.featureaccess.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.AccessToken;

class TokenRulesTest {

    private final TokenRules rules = new TokenRules("feature-store");

    /** A space separates audiences; an empty cell is none. */
    @ParameterizedTest
    @CsvSource({
        // issued to,      audience,                 scope,                              admits, may change
        "notebook,         feature-store,            email,                              true,   false",
        "notebook,         feature-store,            email feature-access:manage,        true,   true",
        "notebook,         feature-store account,    feature-access:manage,              true,   true",
        "notebook,         account,                  feature-access:manage,              false,  true",
        "notebook,         ,                         feature-access:manage,              false,  true",
        "notebook,         feature-store-2,          ,                                   false,  false",
        "notebook,         FEATURE-STORE,            ,                                   false,  false",
        "notebook,         feature-store,            feature-access:managed,             true,   false",
        "notebook,         feature-store,            Xfeature-access:manage,             true,   false",
        "feature-store,    ,                         ,                                   true,   true",
        "feature-store,    account,                  email,                              true,   true",
        "account-console,  account,                  ,                                   true,   true",
        "account-console,  ,                         ,                                   false,  false",
        "account,          account,                  ,                                   false,  false",
        "security-admin-console, account,            ,                                   false,  false",
    })
    void token_opens_the_api_by_whom_it_is_for(
            String issuedTo, String audience, String scope, boolean admits, boolean mayChange) {
        AccessToken token = token(issuedTo, audience, scope);

        assertThat(rules.admits(token)).isEqualTo(admits);
        assertThat(rules.mayChange(token)).isEqualTo(mayChange);
    }

    @ParameterizedTest
    @CsvSource({"notebook, feature-store", "feature-store, feature-store", "account-console, account"})
    void requesting_party_token_never_opens_it(String issuedTo, String audience) {
        AccessToken token = token(issuedTo, audience, "feature-access:manage");
        token.setAuthorization(new AccessToken.Authorization());

        assertThat(rules.admits(token)).isFalse();
    }

    @Test
    void resource_server_is_whom_the_realm_names() {
        AccessToken token = token("notebook", "feature-store", "");

        assertThat(new TokenRules("other-store").admits(token)).isFalse();
    }

    private static AccessToken token(String issuedTo, String audience, String scope) {
        AccessToken token = new AccessToken();
        token.issuedFor(issuedTo);
        if (audience != null) {
            token.audience(audience.split(" "));
        }
        token.setScope(scope);
        return token;
    }
}
