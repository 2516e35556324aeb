package io.featureaccess.application;

import static io.featureaccess.application.Problems.alike;
import static io.featureaccess.application.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditQuestion;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadAuditTest {

    private static final AuditQuestion EVERYTHING = new AuditQuestion(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final FakeRealm realm = new FakeRealm();
    private final ReadAudit audit =
            new ReadAudit(realm.auditLog(), realm.gate(), realm.nodes(), realm.directory(), realm.trail());

    @BeforeEach
    void aWorkspaceWithASecret() {
        realm.node("fraud");
        realm.secret("fraud/hidden");
        realm.grant(realm.user("olga"), Role.OWNER, "fraud");
        realm.grant(realm.user("vic"), Role.EDITOR, "fraud");
        realm.admin("ada");
        changed("fraud", false);
        changed("fraud/hidden", true);
    }

    private void changed(String path, boolean secret) {
        Node node = realm.at(path);
        realm.trail()
                .record(
                        realm.caller("olga"),
                        Change.of(AuditChange.NODE_UPDATED)
                                .on(new AuditRow.Subject(node.id(), node.path(), secret))
                                .about(realm.user("vic"))
                                .to(Snapshot.EMPTY.with("displayName", path)));
    }

    private List<String> paths(Caller caller, AuditQuestion question) {
        return audit.page(caller, question, 100).stream()
                .map(row -> row.node().orElseThrow().path().toString())
                .toList();
    }

    private static AuditQuestion about(String path) {
        return new AuditQuestion(
                Optional.of(NodePath.parse(path)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditQuestion by(String reference) {
        return new AuditQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.of(PrincipalRef.parse(reference)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void anAdminReadsAllButWhatIsSecret() {
        assertThat(paths(realm.caller("ada"), EVERYTHING)).containsExactly("fraud");
    }

    @Test
    void anAdminWhoBreaksTheGlassReadsThatTooAndLeavesARow() {
        assertThat(paths(realm.breakingGlass("ada", "incident 7"), EVERYTHING))
                .containsExactly("fraud/hidden", "fraud");
        assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.node().orElseThrow().path()).hasToString("fraud/hidden");
                    assertThat(row.node().orElseThrow().secret()).isTrue();
                    assertThat(row.reason()).contains("incident 7");
                });
    }

    @Test
    void anOwnerReadsWhatLiesBelowTheirNodeSecretOrNot() {
        assertThat(paths(realm.caller("olga"), about("fraud"))).containsExactly("fraud/hidden", "fraud");
        assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS)).isEmpty();
    }

    @Test
    void whoeverMayNotManageAccessIsForbidden() {
        refused(ProblemCode.FORBIDDEN, () -> paths(realm.caller("vic"), about("fraud")));
        refused(ProblemCode.FORBIDDEN, () -> paths(realm.caller("olga"), EVERYTHING));
    }

    @Test
    void anUnseenNodeAndNoneAreRefusedAlike() {
        alike(
                ProblemCode.NO_SUCH_NODE,
                () -> paths(realm.caller("vic"), about("fraud/hidden")),
                () -> paths(realm.caller("vic"), about("fraud/nothing")),
                () -> paths(realm.breakingGlass("vic", "let me"), about("fraud/hidden")));
    }

    @Test
    void anOwnerDoesNotReadAboutAnEarlierNodeOfThatName() {
        realm.nodes().delete(NodePath.parse("fraud/hidden"), realm.clock().instant(), realm.byNobody());
        realm.clock().pass(Duration.ofHours(1));
        realm.node("fraud/hidden");
        realm.grant(realm.user("newcomer"), Role.OWNER, "fraud/hidden");
        changed("fraud/hidden", false);

        assertThat(audit.page(realm.caller("newcomer"), about("fraud/hidden"), 100))
                .hasSize(1);
    }

    @Test
    void byNameSomebodyHasToExistAndByIdNobody() {
        refused(ProblemCode.UNKNOWN_PRINCIPAL, () -> paths(realm.caller("ada"), by("user:nobody")));

        assertThat(paths(realm.caller("ada"), by("id:somebody-gone"))).isEmpty();
        assertThat(paths(realm.caller("ada"), by("user:olga"))).containsExactly("fraud");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndAnExportIsAllOfThem() {
        for (int i = 0; i < 1200; i++) {
            changed("fraud", false);
        }
        List<String> all = new ArrayList<>();
        audit.export(realm.caller("ada"), EVERYTHING).forEachRemaining(row -> all.add(row.id()));
        List<AuditRow> first = audit.page(realm.caller("ada"), EVERYTHING, 500);
        AuditQuestion next = new AuditQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(first.get(499).id()));
        List<AuditRow> second = audit.page(realm.caller("ada"), next, 500);

        assertThat(all).hasSize(1201).doesNotHaveDuplicates();
        assertThat(all.subList(0, 500))
                .isEqualTo(first.stream().map(AuditRow::id).toList());
        assertThat(all.subList(500, 1000))
                .isEqualTo(second.stream().map(AuditRow::id).toList());
    }
}
