package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlAuditLogTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Parameter
    TestDatabase database;

    private String realm;
    private PrincipalId olga;
    private PrincipalId vic;

    @BeforeEach
    void aRealm() {
        People people = People.inNewRealm(database);
        realm = people.realm();
        olga = new PrincipalId(people.user("olga"));
        vic = new PrincipalId(people.user("vic"));
    }

    private void using(Consumer<AuditLog> work) {
        database.runInTransaction(entities -> work.accept(new SqlAuditLog(entities, realm, CLOCK)));
    }

    private AuditRow row(Instant at, Optional<AuditRow.Subject> node) {
        return new AuditRow(
                UUID.randomUUID().toString(),
                at,
                "olga",
                olga,
                AuditChange.GRANT_ADDED,
                node,
                Optional.of(new Principal(vic, PrincipalType.USER, "vic")),
                Optional.empty(),
                Optional.of("{\"role\":\"viewer\",\"note\":\"ä€😀\"}"),
                Optional.of("because"),
                "192.0.2.1");
    }

    private static Optional<AuditRow.Subject> subject(String path, boolean secret) {
        return Optional.of(new AuditRow.Subject(new NodeId("node " + path), NodePath.parse(path), secret));
    }

    private static AuditLog.Query query(
            Optional<String> node, Optional<PrincipalId> readableBy, String cursor, int max) {
        return new AuditLog.Query(
                node.map(NodePath::parse),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                readableBy,
                Optional.ofNullable(cursor),
                max);
    }

    private static AuditLog.Query all() {
        return query(Optional.empty(), Optional.empty(), null, 500);
    }

    private List<String> paths(AuditLog.Query query) {
        List<String> paths = new ArrayList<>();
        using(log -> log.read(query)
                .forEach(row -> paths.add(row.node().orElseThrow().path().toString())));
        return paths;
    }

    @Test
    void a_row_reads_back_as_it_was_written() {
        AuditRow written = row(NOW, subject("fraud", false));
        AuditRow aboutNothing = row(NOW.minusSeconds(1), Optional.empty());
        using(log -> log.append(List.of(written, aboutNothing)));

        using(log -> assertThat(log.read(all())).containsExactly(written, aboutNothing));
    }

    @Test
    void rows_come_newest_first_by_pages_without_gaps_also_within_one_instant() {
        List<AuditRow> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rows.add(row(NOW.plusSeconds(i / 5), subject("fraud", false)));
        }
        using(log -> log.append(rows));
        List<AuditRow> read = new ArrayList<>();
        using(log -> {
            String cursor = null;
            List<AuditRow> page;
            do {
                page = log.read(query(Optional.empty(), Optional.empty(), cursor, 4));
                read.addAll(page);
                cursor = page.isEmpty() ? null : page.get(page.size() - 1).id();
            } while (page.size() == 4);
        });

        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rows);
        assertThat(read).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
    }

    @Test
    void a_node_stands_for_itself_and_what_lies_below_and_for_no_namesake() {
        for (String path : List.of("fraud", "fraud/a", "fraud/a/b", "fraud-2", "fraud.x", "fraud0", "frau")) {
            using(log -> log.append(List.of(row(NOW, subject(path, false)))));
        }

        assertThat(paths(query(Optional.of("fraud"), Optional.empty(), null, 500)))
                .containsExactlyInAnyOrder("fraud", "fraud/a", "fraud/a/b");
    }

    @Test
    void rows_of_another_realm_are_not_there() {
        using(log -> log.append(List.of(row(NOW, subject("fraud", false)))));
        aRealm();

        assertThat(paths(all())).isEmpty();
    }

    @Test
    void a_cursor_that_is_no_row_of_this_realm_is_refused() {
        AuditRow elsewhere = row(NOW, subject("fraud", false));
        using(log -> log.append(List.of(elsewhere)));
        aRealm();

        using(log -> assertThatThrownBy(() -> log.read(query(Optional.empty(), Optional.empty(), elsewhere.id(), 4)))
                .isInstanceOf(DomainProblem.class)
                .hasMessageContaining("cursor"));
    }

    @Test
    void rows_that_were_secret_when_written_are_for_those_who_own_the_node_now() {
        Node workspace = node("fraud", new NodeTraits.Workspace(WorkspaceKind.DEV, true, WorkspaceSettings.DEFAULT));
        Node project = node("fraud/vault", new NodeTraits.Project(true, false));
        database.runInTransaction(entities -> {
            SqlNodes nodes = new SqlNodes(entities, realm);
            nodes.add(workspace, NOW);
            nodes.add(project, NOW);
            new SqlGrants(entities, realm).add(List.of(owner(olga, workspace)));
        });
        AuditRow.Subject secret = new AuditRow.Subject(project.id(), project.path(), true);
        // Written before the project was secret.
        AuditRow.Subject plainThen = new AuditRow.Subject(project.id(), project.path(), false);
        AuditRow.Subject gone = new AuditRow.Subject(new NodeId("gone"), NodePath.parse("fraud/gone"), true);
        using(log -> log.append(List.of(
                row(NOW, Optional.of(secret)),
                row(NOW.minusSeconds(1), Optional.of(plainThen)),
                row(NOW.minusSeconds(2), Optional.of(gone)),
                row(NOW.minusSeconds(3), subject("fraud", false)))));

        assertThat(paths(query(Optional.empty(), Optional.of(vic), null, 500))).containsExactly("fraud");
        assertThat(paths(query(Optional.empty(), Optional.of(olga), null, 500)))
                .containsExactly("fraud/vault", "fraud/vault", "fraud");
        assertThat(paths(all())).containsExactly("fraud/vault", "fraud/vault", "fraud/gone", "fraud");
        using(log ->
                assertThat(log.read(all()).get(1).node().orElseThrow().secret()).isTrue());
    }

    private Node node(String path, NodeTraits traits) {
        return new Node(NodeId.random(), NodePath.parse(path), traits, path, "", olga, NOW, 0);
    }

    private static Grant owner(PrincipalId principal, Node node) {
        return new Grant(
                GrantId.random(),
                GrantTarget.node(node.id()),
                principal,
                Role.OWNER,
                GrantOrigin.DIRECT,
                Optional.empty(),
                Optional.empty(),
                principal,
                NOW);
    }
}
