package io.featureaccess.it.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.SystemPackage;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The browser tests of the themes' own sources, one by one; they share a realm, a browser and its logins. */
@KeycloakTest
class ScreensIT {

    @TestFactory
    Stream<DynamicTest> screens(TestRealm realm) {
        SystemPackage.need("chromium", "chromium", "--version");
        new ScreensScene(realm).prepare();
        List<BrowserTests.Ended> ended = BrowserTests.run(realm);
        assertThat(ended).as("browser tests that ran").isNotEmpty();
        return ended.stream()
                .map(test -> DynamicTest.dynamicTest(
                        test.name(),
                        () -> assertThat(test.passed()).as(test.error()).isTrue()));
    }
}
