package io.featureaccess.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import io.featureaccess.domain.transfer.TransferLine.AuditLine;
import io.featureaccess.domain.transfer.TransferLine.End;
import io.featureaccess.domain.transfer.TransferLine.GrantLine;
import io.featureaccess.domain.transfer.TransferLine.Header;
import io.featureaccess.domain.transfer.TransferLine.NodeLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which orders of lines make a whole file, and what is wrong with the others. */
class TransferOrderTest {

    private static final Header HEADER =
            new Header(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final TransferOrder order = new TransferOrder();

    @Test
    void nodesInOrderOfCharactersEachWithItsGrantsMakeAFile() {
        assertThatCode(() ->
                        read("header", "*:", "a", "a:", "a-b", "a-b/c", "a/b", "a/b:", "a/b:", "a/b/c", "audit", "end"))
                .doesNotThrowAnyException();
        order.finish();
        assertThat(order.nodes()).isEqualTo(5);
        assertThat(order.grants()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            a                          | wrong-order
            header header              | wrong-order
            header a *:                | wrong-order
            header a/b                 | missing-parent
            header a b a/c             | wrong-order
            header a a/b a/b           | duplicate
            header a a/b a-b           | wrong-order
            header a a-b/c             | missing-parent
            header a ab/c              | missing-parent
            header a a/b a:            | wrong-order
            header a:                  | wrong-order
            header a audit b           | wrong-order
            header a audit a:          | wrong-order
            header a short             | truncated
            """)
    void aLineOutOfPlaceIsRefused(String lines, String code) {
        assertThatThrownBy(() -> read(lines.split(" ")))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.code().id()).isEqualTo(code));
    }

    @Test
    void aFileWithoutItsEndWasCutOff() {
        read("header", "a");
        assertThatThrownBy(order::finish).isInstanceOfSatisfying(DomainProblem.class, problem -> assertThat(
                        problem.code().id())
                .isEqualTo("truncated"));
    }

    @Test
    void nothingFollowsTheEnd() {
        read("header", "end");
        assertThatThrownBy(() -> read("a")).hasMessageContaining("nothing may follow");
    }

    /** {@code a/b} is a node, {@code a/b:} a grant on it, {@code short} an end that counts more than came. */
    private void read(String... lines) {
        for (String line : lines) {
            order.accept(line(line));
        }
    }

    private TransferLine line(String text) {
        return switch (text) {
            case "header" -> HEADER;
            case "audit" -> AuditLine.PASSED_OVER;
            case "end" -> new End(order.nodes(), order.grants());
            case "short" -> new End(order.nodes() + 1, order.grants());
            default -> text.endsWith(":") ? grant(text.substring(0, text.length() - 1)) : node(text);
        };
    }

    private static GrantLine grant(String place) {
        Who alice = new Who(Optional.empty(), Optional.of(new PrincipalId("alice")));
        return new GrantLine(
                Optional.empty(),
                place.equals("*") ? Optional.empty() : Optional.of(NodePath.parse(place)),
                alice,
                Role.VIEWER,
                GrantOrigin.DIRECT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static NodeLine node(String path) {
        NodePath parsed = NodePath.parse(path);
        NodeTraits traits =
                switch (parsed.kind()) {
                    case WORKSPACE -> new NodeTraits.Workspace(WorkspaceKind.DEV, true, WorkspaceSettings.DEFAULT);
                    case PROJECT -> new NodeTraits.Project(false, false);
                    case FEATURE_SET -> new NodeTraits.FeatureSet(false, List.of());
                };
        return new NodeLine(Optional.empty(), parsed, traits, path, "", Optional.empty(), Optional.empty());
    }
}
