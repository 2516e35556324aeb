package io.featureaccess.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the server before the first test class and hands it, and realms, to the tests. */
final class KeycloakExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(KeycloakExtension.class);

    /** The JVM's, and no run's: where several JVMs share the tests, each class is a run of its own to JUnit. */
    private static final class Shared {
        static final Keycloak SERVER = boot();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Keycloak.class || type == TestRealm.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Keycloak server = server();
        if (parameter.getParameter().getType() == Keycloak.class) {
            return server;
        }
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(TestRealm.class, realm -> server.newRealm());
    }

    private static Keycloak server() {
        return Shared.SERVER;
    }

    private static Keycloak boot() {
        Path home = new ServerHome(Databases.vendor()).copyFor("shared");
        ServerDatabase database = Databases.chosen(home);
        ServerProcess process = ServerProcess.alone(home);
        try {
            process.start(database.serverOptions());
        } catch (IOException e) {
            throw new UncheckedIOException("the server does not start", e);
        }
        return new Keycloak(process, database);
    }
}
