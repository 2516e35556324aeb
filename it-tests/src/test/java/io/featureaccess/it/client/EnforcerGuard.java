package io.featureaccess.it.client;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.keycloak.adapters.authorization.PolicyEnforcer;
import org.keycloak.adapters.authorization.TokenPrincipal;
import org.keycloak.adapters.authorization.spi.HttpRequest;
import org.keycloak.adapters.authorization.spi.HttpResponse;
import org.keycloak.representations.adapters.config.PolicyEnforcerConfig;
import org.keycloak.representations.adapters.config.PolicyEnforcerConfig.MethodConfig;
import org.keycloak.representations.adapters.config.PolicyEnforcerConfig.PathConfig;

/** Keycloak's own policy enforcer, configured with a path and the resource behind it, as its documentation says. */
final class EnforcerGuard implements FeatureService.Guard {

    private final PolicyEnforcer enforcer;

    EnforcerGuard(String serverUrl, String realm, String clientId, String secret, String node) {
        this.enforcer = PolicyEnforcer.builder()
                .authServerUrl(serverUrl)
                .realm(realm)
                .clientId(clientId)
                .credentials(Map.of("secret", secret))
                .enforcerConfig(config(node))
                .build();
    }

    private static PolicyEnforcerConfig config(String node) {
        PathConfig path = new PathConfig();
        path.setPath("/" + node);
        path.setName(node);
        path.setMethods(List.of(method("GET", "read-online"), method("POST", "ingest")));
        PolicyEnforcerConfig config = new PolicyEnforcerConfig();
        config.setPaths(List.of(path));
        return config;
    }

    private static MethodConfig method(String name, String scope) {
        MethodConfig method = new MethodConfig();
        method.setMethod(name);
        method.setScopes(List.of(scope));
        return method;
    }

    @Override
    public boolean admits(HttpExchange exchange) {
        return enforcer.enforce(new Request(exchange), new Response(exchange)).isGranted();
    }

    private record Response(HttpExchange exchange) implements HttpResponse {

        @Override
        public void sendError(int status) {
            try {
                FeatureService.answer(exchange, status, "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void sendError(int status, String reason) {
            sendError(status);
        }

        @Override
        public void setHeader(String name, String value) {
            exchange.getResponseHeaders().set(name, value);
        }
    }

    private record Request(HttpExchange exchange) implements HttpRequest {

        @Override
        public String getRelativePath() {
            return exchange.getRequestURI().getPath();
        }

        @Override
        public String getMethod() {
            return exchange.getRequestMethod();
        }

        @Override
        public String getURI() {
            return "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
        }

        @Override
        public List<String> getHeaders(String name) {
            return exchange.getRequestHeaders().getOrDefault(name, List.of());
        }

        @Override
        public String getFirstParam(String name) {
            return null;
        }

        @Override
        public String getCookieValue(String name) {
            return null;
        }

        @Override
        public String getRemoteAddr() {
            return exchange.getRemoteAddress().getAddress().getHostAddress();
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getHeader(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }

        @Override
        public InputStream getInputStream(boolean buffered) {
            return exchange.getRequestBody();
        }

        @Override
        public TokenPrincipal getPrincipal() {
            String token = FeatureService.bearer(exchange);
            return token.isEmpty() ? null : () -> token;
        }
    }
}
