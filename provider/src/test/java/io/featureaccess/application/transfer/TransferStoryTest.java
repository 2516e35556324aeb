package io.featureaccess.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.AuditLog;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import io.featureaccess.domain.transfer.ImportOptions;
import io.featureaccess.domain.transfer.ImportReport;
import io.featureaccess.domain.transfer.ImportReport.Count;
import io.featureaccess.domain.transfer.Numbered;
import io.featureaccess.domain.transfer.TransferLine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TransferStoryTest {

    private static final ImportOptions PLAIN = new ImportOptions(false, Optional.empty());

    private final World acme = new World("acme", "a-");
    private final World other = new World("other", "b-");

    @Test
    void whatIsExportedAndImportedElsewhereIsExportedThereTheSame() {
        acme.fillWith(450);
        List<TransferLine> copy = acme.export("moving");
        ImportReport report = other.importAll("moving", copy, PLAIN);

        assertThat(report.nodes()).isEqualTo(new Count(453, 0, 0));
        assertThat(report.grants()).isEqualTo(new Count(454, 0, 0));
        assertThat(names(other.export("checking"))).isEqualTo(names(copy));
        assertThat(other.store.resources).hasSize(453).containsAll(acme.store.resources);
    }

    @Test
    void importingTheSameFileAgainChangesNothing() {
        acme.fillWith(3);
        List<TransferLine> copy = acme.export("backup");
        ImportReport report = acme.importAll("backup", copy, PLAIN);

        assertThat(report).isEqualTo(new ImportReport(new Count(0, 0, 6), new Count(0, 0, 7), 0));
        assertThat(names(acme.export("checking"))).isEqualTo(names(copy));
    }

    @Test
    void idsThatAreInUseElsewhereAreReplaced() {
        acme.fillWith(1);
        acme.store
                .nodes
                .values()
                .forEach(node -> other.store.idsElsewhere.add(node.id().value()));
        acme.store.grants.forEach(
                grant -> other.store.idsElsewhere.add(grant.id().value()));
        other.importAll("moving", acme.export("moving"), PLAIN);

        assertThat(other.store.nodes).hasSize(4);
        assertThat(other.store.resources).hasSize(4).doesNotContainAnyElementsOf(acme.store.resources);
        assertThat(other.store.grants).extracting(Grant::id).doesNotContainAnyElementsOf(acme.grantIds());
    }

    @Test
    void whatDiffersIsChangedAndWhatTheFileDoesNotNameStays() {
        acme.fillWith(1);
        List<TransferLine> copy = acme.export("backup");
        Node project = acme.store.nodes.get("fraud/p");
        acme.store.nodes.put("fraud/p", project.described("Other", "words"));
        acme.node("fraud/later", new NodeTraits.Project(false, false));
        acme.grant("fraud/later", "bob", Role.VIEWER);
        Grant first = acme.store.grants.get(0);
        acme.store.grants.set(0, first.ending(Optional.of(Instant.EPOCH), Optional.of("ended")));
        ImportReport report = acme.importAll("restore", copy, PLAIN);

        assertThat(report.nodes()).isEqualTo(new Count(0, 1, 3));
        assertThat(report.grants()).isEqualTo(new Count(0, 1, 4));
        assertThat(acme.store.nodes.get("fraud/p")).isEqualTo(project);
        assertThat(acme.store.grants).contains(first).hasSize(6);
    }

    @Test
    void inTheSameRealmANamesakeInheritsNothing() {
        acme.fillWith(1);
        List<TransferLine> copy = acme.export("backup");
        acme.directory.remove("bob");
        acme.directory.add("a-new-bob", "bob");
        acme.store.grants.clear();

        refused(ProblemCode.UNKNOWN_PRINCIPAL, () -> acme.importAll("restore", copy, PLAIN));
        ImportReport report = acme.importAll("restore", copy, new ImportOptions(true, Optional.empty()));
        assertThat(report.grantsPassedOver()).isEqualTo(2);
        assertThat(acme.store.grants)
                .hasSize(3)
                .noneMatch(grant -> grant.principal().value().contains("bob"));
    }

    @Test
    void inTheSameRealmARenamedPersonKeepsWhatTheyHad() {
        acme.fillWith(1);
        List<TransferLine> copy = acme.export("backup");
        acme.directory.remove("bob");
        acme.directory.add("a-bob", "robert");
        acme.store.grants.clear();
        acme.importAll("restore", copy, PLAIN);

        assertThat(acme.store.grants).hasSize(5);
    }

    @Test
    void withoutBreakingTheGlassSecretNodesAreLeftOutAndTheHeaderSaysSo() {
        acme.fillWith(1);
        List<TransferLine> copy = acme.export(null);

        assertThat(copy.get(0))
                .isInstanceOfSatisfying(TransferLine.Header.class, header -> assertThat(header.secretNodes())
                        .contains(false));
        assertThat(names(copy)).noneMatch(line -> line.contains("fraud/secret"));
        assertThat(acme.audit).isEmpty();
    }

    @Test
    void everySecretNodeThatIsExportedIsOnRecordBefore() {
        acme.fillWith(1);
        acme.exporter().begin(acme.admin("audit of access"));

        assertThat(acme.audit).singleElement().satisfies(row -> {
            assertThat(row.change()).isEqualTo(AuditChange.BREAK_GLASS);
            assertThat(row.node().orElseThrow().path()).hasToString("fraud/secret");
            assertThat(row.reason()).contains("audit of access");
        });
    }

    @Test
    void aFileWithSecretNodesNeedsAReasonToBreakTheGlass() {
        acme.fillWith(1);
        List<TransferLine> copy = acme.export("moving");

        assertThatThrownBy(() -> other.importAll(null, copy, PLAIN))
                .isInstanceOfSatisfying(DomainProblem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.BREAK_GLASS_REQUIRED);
                    assertThat(problem.line()).hasValue(copy.size() - 2);
                });
    }

    @Test
    void aRealmWithSecretNodesNeedsAReasonToBreakTheGlassWhateverTheFileNames() {
        acme.fillWith(1);
        refused(ProblemCode.BREAK_GLASS_REQUIRED, () -> acme.importAll(null, acme.export(null), PLAIN));
    }

    @Test
    void nobodyButAnAdminExportsOrImports() {
        Caller bob = new Caller(acme.directory.id("bob"), "bob", false, Optional.of("please"), "10.0.0.1");
        refused(ProblemCode.FORBIDDEN, () -> acme.exporter().begin(bob));
        refused(ProblemCode.FORBIDDEN, () -> acme.importer()
                .run(bob, "acme", List.<Numbered<TransferLine>>of().iterator(), PLAIN));
    }

    @Test
    void anAdminWhoGivesThemselvesAccessSaysWhy() {
        acme.node("fraud", World.workspace());
        acme.grant("fraud", "/platform", Role.OWNER);
        List<TransferLine> copy = acme.export(null);

        refused(ProblemCode.REASON_REQUIRED, () -> other.importAll(null, copy, PLAIN));
        other.store.nodes.clear();
        other.importAll(null, copy, new ImportOptions(false, Optional.of("moving house")));
        assertThat(other.audit).last().satisfies(row -> {
            assertThat(row.change()).isEqualTo(AuditChange.IMPORTED);
            assertThat(row.reason()).contains("moving house");
            assertThat(row.after().orElseThrow()).contains("\"grants\":{\"added\":1,");
        });
    }

    @Test
    void aPathThatTokensMayStillNameIsNotGivenAway() {
        acme.node("fraud", World.workspace());
        other.store.reserved.add(NodePath.parse("fraud"));
        refused(ProblemCode.NAME_TAKEN, () -> other.importAll(null, acme.export(null), PLAIN));
    }

    @Test
    void aWorkspaceDoesNotChangeItsKind() {
        acme.node("fraud", World.workspace());
        other.node("fraud", new NodeTraits.Workspace(WorkspaceKind.LIVE, true, WorkspaceSettings.DEFAULT));
        refused(ProblemCode.MALFORMED_VALUE, () -> other.importAll(null, acme.export(null), PLAIN));
    }

    @Test
    void anEmptyFileAndOneThatWasCutOffAreRefused() {
        acme.fillWith(1);
        List<TransferLine> copy = acme.export("moving");
        refused(ProblemCode.TRUNCATED, () -> other.importAll("moving", List.of(), PLAIN));
        refused(ProblemCode.TRUNCATED, () -> other.importAll("moving", copy.subList(0, copy.size() - 1), PLAIN));
    }

    private static void refused(ProblemCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainProblem.class, problem -> assertThat(problem.code())
                .isEqualTo(code));
    }

    /** All lines after the header, by what they say; people by name. */
    private static List<String> names(List<TransferLine> lines) {
        return lines.stream()
                .skip(1)
                .map(line ->
                        line.toString().replaceAll("PrincipalId\\[[^]]*]", "").replaceAll("[ab]-(\\w+)", "$1"))
                .toList();
    }

    /** One realm. */
    private static final class World {

        private final String realm;
        private final MemoryStore store = new MemoryStore();
        private final MemoryDirectory directory;
        private final List<AuditRow> audit = new ArrayList<>();
        private final Clock clock = Clock.fixed(Instant.parse("2027-01-31T12:00:00Z"), ZoneOffset.UTC);

        World(String realm, String idPrefix) {
            this.realm = realm;
            this.directory = new MemoryDirectory(idPrefix, "grace", "alice", "bob");
        }

        static NodeTraits workspace() {
            return new NodeTraits.Workspace(WorkspaceKind.DEV, true, WorkspaceSettings.DEFAULT);
        }

        /** A workspace, a project, a secret project, and so many feature sets with an owner each. */
        void fillWith(int featureSets) {
            allWorkspaces("bob", Role.VIEWER);
            node("fraud", workspace());
            grant("fraud", "alice", Role.OWNER);
            node("fraud/p", new NodeTraits.Project(false, true));
            grant("fraud/p", "bob", Role.EDITOR);
            IntStream.range(0, featureSets).forEach(i -> {
                String path = "fraud/p/f" + i;
                node(path, new NodeTraits.FeatureSet(false, List.of("x" + i)));
                grant(path, "alice", Role.OWNER);
            });
            node("fraud/secret", new NodeTraits.Project(true, false));
            grant("fraud/secret", "alice", Role.OWNER);
        }

        void node(String path, NodeTraits traits) {
            Node node = new Node(
                    NodeId.random(), NodePath.parse(path), traits, path, "", directory.id("alice"), clock.instant(), 0);
            store.addNodes(List.of(node));
            store.add(List.of(node));
        }

        void grant(String path, String principal, Role role) {
            grant(GrantTarget.node(store.nodes.get(path).id()), principal, role);
        }

        void allWorkspaces(String principal, Role role) {
            grant(GrantTarget.allWorkspaces(), principal, role);
        }

        private void grant(GrantTarget target, String principal, Role role) {
            store.addGrants(List.of(new Grant(
                    GrantId.random(),
                    target,
                    directory.id(principal),
                    role,
                    GrantOrigin.DIRECT,
                    Optional.empty(),
                    Optional.of("why not"),
                    directory.id("grace"),
                    clock.instant())));
        }

        List<GrantId> grantIds() {
            return store.grants.stream().map(Grant::id).toList();
        }

        Caller admin(String breakGlass) {
            return new Caller(directory.id("grace"), "grace", false, Optional.ofNullable(breakGlass), "10.0.0.1");
        }

        List<TransferLine> export(String breakGlass) {
            List<TransferLine> lines = new ArrayList<>();
            TransferLine.Header header = new TransferLine.Header(
                    Optional.of(realm), Optional.of(realm), Optional.empty(), Optional.of(breakGlass != null));
            exporter().copy(admin(breakGlass), header, false, lines::add);
            return lines;
        }

        ImportReport importAll(String breakGlass, List<TransferLine> lines, ImportOptions options) {
            List<Numbered<TransferLine>> numbered = IntStream.range(0, lines.size())
                    .mapToObj(i -> new Numbered<>(i + 1L, lines.get(i)))
                    .toList();
            return importer().run(admin(breakGlass), realm, numbered.iterator(), options);
        }

        ExportAccess exporter() {
            return new ExportAccess(store, directory, log(), trail());
        }

        ImportAccess importer() {
            return new ImportAccess(store, store, directory, trail(), clock);
        }

        private AuditTrail trail() {
            return new AuditTrail(log(), rows -> {}, clock);
        }

        private AuditLog log() {
            return new AuditLog() {
                @Override
                public void append(List<AuditRow> rows) {
                    audit.addAll(rows);
                }

                @Override
                public List<AuditRow> read(Query query) {
                    return audit;
                }
            };
        }
    }
}
