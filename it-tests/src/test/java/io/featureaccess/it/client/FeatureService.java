package io.featureaccess.it.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A small service that serves feature values below the paths of feature sets, and leaves who may have them to a guard. */
final class FeatureService implements AutoCloseable {

    private static final String VALUES = "{\"card\":\"c-17\",\"count_1h\":3}";

    private final HttpServer server;

    /** Decides about a request, and answers it itself if it refuses. */
    @FunctionalInterface
    interface Guard {
        boolean admits(HttpExchange request) throws IOException;
    }

    private FeatureService(HttpServer server) {
        this.server = server;
    }

    static FeatureService guardedBy(Guard guard) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                if (guard.admits(exchange)) {
                    answer(exchange, 200, VALUES);
                }
            }
        });
        server.start();
        return new FeatureService(server);
    }

    /** @param token empty for nobody */
    Answer get(String node, String token) {
        return ask("GET", node, token);
    }

    /** New values. */
    Answer post(String node, String token) {
        return ask("POST", node, token);
    }

    private Answer ask(String method, String node, String token) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + node);
        Map<String, String> headers = token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
        return Http.send(method, address, headers, method.equals("POST") ? VALUES : null);
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        if (!body.isEmpty()) {
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    static String bearer(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null ? "" : header.substring("Bearer ".length());
    }

    /** The path of the feature set that is asked for. */
    static String node(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().substring(1);
    }

    /** What has to be permitted for the request. */
    static String action(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET") ? "read-online" : "ingest";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
