package io.featureaccess.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class against the real server. Its methods may take a {@link Keycloak}, the one server of this JVM, and a
 * {@link TestRealm}: asked for by a test or a {@code @BeforeEach}, it is that test's own; asked for by a
 * {@code @BeforeAll}, the class shares it. Either way it is removed afterwards.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KeycloakExtension.class)
public @interface KeycloakTest {}
