package io.featureaccess;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Imports run one way: doors to the SPI to the domain, storage to ports to the domain; wiring alone sees all three. */
class ArchitectureTest {

    private static final int FEWEST_CLASSES = 80;

    private static final String ROOT = "io.featureaccess";
    private static final String OURS = ROOT + "..";
    private static final String DOMAIN = ROOT + ".domain..";
    private static final String APPLICATION = ROOT + ".application..";
    private static final String PORTS = ROOT + ".application.port..";
    private static final String STORAGE = ROOT + ".storage..";
    private static final String KEYCLOAK = ROOT + ".keycloak..";
    private static final String SPI = ROOT + ".keycloak.spi..";
    private static final String WIRING = ROOT + ".keycloak.wiring..";
    private static final String JPA = ROOT + ".keycloak.jpa..";
    private static final String INSTALL = ROOT + ".keycloak.install..";

    /** Behind ports as storage is, but made of Keycloak: its table of resources, and its admin events. */
    private static final String RESOURCES = ROOT + ".keycloak.resources..";

    private static final String NOTICES = ROOT + ".keycloak.notices..";
    private static final String ACCOUNTS = ROOT + ".keycloak.accounts..";
    private static final String MAIL = ROOT + ".keycloak.mail..";

    /** Keycloak's clock, which knows nothing of what it starts. */
    private static final String TIMER = ROOT + ".keycloak.timer..";

    /** Behind ports too, made of libraries: the written form of rules, and regular expressions. */
    private static final String MATCHING = ROOT + ".matching..";

    static final List<String> DOORS = List.of("policy", "uma", "token", "client", "broker", "rest", "events");

    private static JavaClasses scanned;

    @BeforeAll
    static void scan() {
        scanned = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @Test
    void the_scan_is_not_empty() {
        assertThat(scanned).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
        assertThat(scanned.stream().map(JavaClass::getPackageName))
                .anyMatch(name -> name.startsWith(ROOT + ".domain"))
                .anyMatch(name -> name.startsWith(ROOT + ".application"))
                .anyMatch(name -> name.startsWith(ROOT + ".keycloak.spi"));
    }

    @Test
    void domain_knows_java_alone() {
        check(only(DOMAIN, "java..", DOMAIN));
    }

    @Test
    void use_cases_know_the_domain_and_java() {
        check(only(APPLICATION, "java..", DOMAIN, APPLICATION));
    }

    @Test
    void storage_knows_ports_the_domain_and_persistence() {
        check(only(
                STORAGE,
                "java..",
                "javax.sql..",
                DOMAIN,
                PORTS,
                STORAGE,
                "jakarta.persistence..",
                "org.hibernate..",
                "org.jboss.logging.."));
    }

    @Test
    void spi_knows_the_domain_and_keycloak() {
        check(only(SPI, "java..", DOMAIN, SPI, "org.keycloak.."));
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void door_knows_the_spi_and_the_domain_and_no_other_door(String door) {
        check(ofOurs(ROOT + ".keycloak." + door + "..", DOMAIN, SPI));
    }

    @Test
    void installer_knows_the_spi_the_domain_and_the_resources_that_it_mends() {
        check(ofOurs(INSTALL, DOMAIN, SPI, RESOURCES));
    }

    @Test
    void adapters_made_of_keycloak_know_ports_and_the_domain() {
        check(ofOurs(RESOURCES, DOMAIN, PORTS));
        check(ofOurs(NOTICES, DOMAIN, PORTS));
        check(ofOurs(ACCOUNTS, DOMAIN, PORTS, SPI));
        check(ofOurs(MAIL, DOMAIN, PORTS));
        check(ofOurs(TIMER));
    }

    @Test
    void matching_knows_ports_the_domain_and_its_two_libraries() {
        check(only(MATCHING, "java..", DOMAIN, PORTS, MATCHING, "com.fasterxml.jackson..", "com.google.re2j.."));
        check(confined("com.google.re2j..", MATCHING));
    }

    @Test
    void jpa_provider_knows_storage_alone() {
        check(ofOurs(JPA, STORAGE));
    }

    @Test
    void wiring_knows_no_door() {
        check(noClasses().that().resideInAPackage(WIRING).should().dependOnClassesThat(resideInAnyPackage(doors())));
    }

    @Test
    void only_wiring_knows_use_cases_and_only_wiring_and_jpa_know_storage() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(WIRING, APPLICATION, STORAGE, RESOURCES, NOTICES, MATCHING, MAIL, ACCOUNTS)
                .should()
                .dependOnClassesThat(resideInAPackage(APPLICATION)));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(WIRING, JPA, STORAGE)
                .should()
                .dependOnClassesThat(resideInAPackage(STORAGE)));
    }

    @Test
    void keycloak_stays_in_its_package() {
        check(confined("org.keycloak..", KEYCLOAK));
    }

    @Test
    void persistence_stays_in_storage_the_resources_and_the_wiring() {
        check(confined("jakarta.persistence..", STORAGE, WIRING, JPA, RESOURCES));
    }

    @Test
    void http_stays_in_the_doors_that_speak_it() {
        check(confined(
                "jakarta.ws.rs..",
                ROOT + ".keycloak.rest..",
                ROOT + ".keycloak.uma..",
                ROOT + ".keycloak.client..",
                ROOT + ".keycloak.broker.."));
    }

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void every_package_says_what_it_is() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/io/featureaccess"))) {
            List<Path> packages = all.filter(Files::isDirectory)
                    .filter(ArchitectureTest::hasSources)
                    .toList();

            assertThat(packages).isNotEmpty().allMatch(found -> Files.exists(found.resolve("package-info.java")));
        }
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(scanned);
    }

    private static ArchRule only(String from, String... allowed) {
        return classes().that().resideInAPackage(from).should().onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }

    /** Of our own packages, only those allowed and its own; libraries are not looked at. */
    private static ArchRule ofOurs(String from, String... allowed) {
        DescribedPredicate<JavaClass> forbidden = resideInAPackage(OURS)
                .and(DescribedPredicate.not(resideInAPackage(from)))
                .and(DescribedPredicate.not(resideInAnyPackage(allowed)));
        return noClasses().that().resideInAPackage(from).should().dependOnClassesThat(forbidden);
    }

    private static ArchRule confined(String library, String... places) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .should()
                .dependOnClassesThat(resideInAPackage(library));
    }

    private static String[] doors() {
        return DOORS.stream().map(door -> ROOT + ".keycloak." + door + "..").toArray(String[]::new);
    }

    private static boolean hasSources(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
