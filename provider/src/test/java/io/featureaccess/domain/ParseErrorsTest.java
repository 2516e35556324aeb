package io.featureaccess.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is not well-formed gets one clear problem: a code, the field, what would be right, and no more echo than helps. */
class ParseErrorsTest {

    private static final List<String> ROLES =
            List.of("owner", "editor", "sensitive-consumer", "consumer", "operator", "viewer", "data-reader");
    private static final List<String> FORMS =
            List.of("user:<username>", "service-account:<client id>", "group:/<path>", "id:<uuid>", "email:<address>");
    private static final String SEGMENT = "[a-z0-9][a-z0-9._-]{0,62}";

    @TestFactory
    Stream<DynamicTest> everyMalformedValue() {
        return Stream.of(
                        words(Role::parse, ProblemCode.UNKNOWN_ROLE, "role", ROLES),
                        words(Action::parse, ProblemCode.UNKNOWN_ACTION, "action", Action.ids()),
                        words(
                                NodeKind::parse,
                                ProblemCode.MALFORMED_VALUE,
                                "kind",
                                List.of("workspace", "project", "feature-set")),
                        words(WorkspaceKind::parse, ProblemCode.MALFORMED_VALUE, "kind", List.of("dev", "live")),
                        words(
                                PrincipalType::parse,
                                ProblemCode.MALFORMED_VALUE,
                                "type",
                                List.of("user", "service-account", "group")),
                        words(AuditChange::parse, ProblemCode.MALFORMED_VALUE, "change", AuditChange.ids()),
                        paths(),
                        principals(),
                        pages())
                .flatMap(cases -> cases)
                .map(Case::asTest);
    }

    private static Stream<Case> words(Function<String, ?> parse, ProblemCode code, String field, List<String> allowed) {
        return Stream.of(null, "", " ", "OWNER", "View", "nonsense", "owner ", "\u0000", "x".repeat(10_000), "\ud83d")
                .map(given -> new Case(
                        "word for",
                        given,
                        () -> parse.apply(given),
                        code,
                        field,
                        List.of(String.join(", ", allowed), given == null ? "nothing" : ""),
                        allowed));
    }

    private static Stream<Case> paths() {
        Stream<Case> notNames = Stream.of(
                        "",
                        "/",
                        "a/",
                        "/a",
                        "a//b",
                        "A",
                        "a b",
                        "ä",
                        "-a",
                        ".a",
                        "_a",
                        "..",
                        "a/..",
                        "a/../b",
                        "a\n",
                        "a\u0000",
                        "a:b",
                        "a#view",
                        "a%2fb",
                        "a".repeat(64),
                        "a/" + "b".repeat(64),
                        "a/b/")
                .map(given -> path(given, SEGMENT));
        Stream<Case> tooDeep = Stream.of("a/b/c/d", "a/b/c/d/e/f").map(given -> path(given, "one to three segments"));
        Stream<Case> tooLong =
                Stream.of("a".repeat(192), "a/".repeat(5_000)).map(given -> path(given, "at most 191 characters"));
        Stream<Case> missing = Stream.of(path(null, "is required"));
        return Stream.of(notNames, tooDeep, tooLong, missing).flatMap(cases -> cases);
    }

    private static Case path(String given, String expected) {
        ProblemCode code = given == null ? ProblemCode.MISSING_FIELD : ProblemCode.MALFORMED_VALUE;
        return new Case("path", given, () -> NodePath.parse(given), code, "node", List.of(expected), List.of());
    }

    private static Stream<Case> principals() {
        return Stream.of(
                        null,
                        "",
                        "alice",
                        ":alice",
                        "user",
                        "user:",
                        "User:alice",
                        "robot:r2",
                        "group:",
                        "group:/",
                        "group:team",
                        "id:",
                        "email:",
                        "service_account:x",
                        "user:a\u0000b",
                        "id:\u0000",
                        "group:/a\nb",
                        "user:\ud83d",
                        "user:" + "x".repeat(1_020))
                .map(given -> new Case(
                        "principal",
                        given,
                        () -> PrincipalRef.parse(given),
                        ProblemCode.MALFORMED_VALUE,
                        "principal",
                        List.of(String.join(", ", FORMS)),
                        FORMS));
    }

    private static Stream<Case> pages() {
        return Stream.of(
                page(-1, 10, "first", "0 or more"),
                page(Integer.MIN_VALUE, 10, "first", "0 or more"),
                page(0, 0, "max", "between 1 and 500"),
                page(0, -1, "max", "between 1 and 500"),
                page(0, 501, "max", "between 1 and 500"));
    }

    private static Case page(int first, int max, String field, String expected) {
        return new Case(
                "page",
                first + ", " + max,
                () -> new PageRequest(first, max),
                ProblemCode.MALFORMED_VALUE,
                field,
                List.of(expected),
                List.of());
    }

    private record Case(
            String what,
            String given,
            Runnable parse,
            ProblemCode code,
            String field,
            List<String> detailContains,
            List<String> allowed) {

        DynamicTest asTest() {
            String shown = given == null ? "null" : given.length() > 40 ? given.length() + " characters" : given;
            return dynamicTest(what + " " + field + " " + shown.replaceAll("\\p{C}", "?"), this::check);
        }

        private void check() {
            DomainProblem problem = catchThrowableOfType(DomainProblem.class, parse::run);
            assertThat(problem).as("refused").isNotNull();
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(Optional.of(field));
            assertThat(problem.detail()).contains(detailContains);
            assertThat(problem.allowed()).isEqualTo(allowed);
            int words = String.join(", ", allowed).length();
            assertThat(problem.detail().length() - words).as("no huge echo").isLessThan(300);
            assertThat(problem.detail()).as("nothing that breaks a log or JSON").doesNotContainPattern("\\p{C}");
        }
    }
}
