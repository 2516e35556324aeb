package io.featureaccess.it.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plain JWT library: reads the permissions in an RPT, and asks the server for nothing but its public keys. */
final class OfflineGuard implements FeatureService.Guard {

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    OfflineGuard(String realmUrl, String audience) throws IOException {
        URI keys = URI.create(realmUrl + "/protocol/openid-connect/certs");
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256, JWKSourceBuilder.create(keys.toURL()).build()));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(realmUrl).build(), Set.of("exp", "sub", "authorization")));
    }

    @Override
    public boolean admits(HttpExchange exchange) throws IOException {
        try {
            JWTClaimsSet claims = processor.process(FeatureService.bearer(exchange), null);
            if (permits(claims, FeatureService.node(exchange), FeatureService.action(exchange))) {
                return true;
            }
            FeatureService.answer(exchange, 403, "");
        } catch (ParseException | BadJOSEException | JOSEException invalid) {
            FeatureService.answer(exchange, 401, "");
        }
        return false;
    }

    private static boolean permits(JWTClaimsSet claims, String node, String action) throws ParseException {
        Object permissions = claims.getJSONObjectClaim("authorization").get("permissions");
        return permissions instanceof List<?> list
                && list.stream()
                        .map(Map.class::cast)
                        .anyMatch(permission -> node.equals(permission.get("rsname"))
                                && permission.get("scopes") instanceof List<?> scopes
                                && scopes.contains(action));
    }
}
