package io.featureaccess.application.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.decision.Denial;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordDenialsTest {

    private final FakeRealm realm = new FakeRealm();
    private final RecordDenials denials =
            new RecordDenials(realm.directory(), realm.facts(), realm.trail(), realm.clock());

    @BeforeEach
    void aStore() {
        realm.node("w");
        realm.node("w/p");
        realm.secret("w/vault");
        realm.grant(realm.user("vic"), Role.VIEWER, "w");
    }

    private Denial of(PrincipalId who, String path) {
        return new Denial(
                who,
                Action.READ_ONLINE,
                NodeRef.of(NodePath.parse(path)),
                realm.clock().instant(),
                "192.0.2.7");
    }

    private List<AuditRow> recorded() {
        return realm.auditLog().rows(AuditChange.DECISION_DENIED);
    }

    @Test
    void a_denial_says_who_was_denied_what_where_and_from_which_address() {
        denials.record(List.of(of(realm.user("vic").id(), "w/p")));

        AuditRow row = recorded().get(0);
        assertThat(row.actor()).isEqualTo("vic");
        assertThat(row.address()).isEqualTo("192.0.2.7");
        assertThat(row.node().orElseThrow().path()).hasToString("w/p");
        assertThat(row.after().orElseThrow()).startsWith("{\"action\":\"read-online\",\"deniedAt\":");
    }

    @Test
    void what_the_denied_one_cannot_see_is_not_named_whether_or_not_it_is_there() {
        PrincipalId vic = realm.user("vic").id();

        denials.record(List.of(of(vic, "w/vault"), of(vic, "w/nothing")));

        assertThat(recorded()).hasSize(2);
        assertThat(recorded()).allMatch(row -> row.node().isEmpty());
        assertThat(recorded().get(0).after()).isEqualTo(recorded().get(1).after());
    }

    @Test
    void somebody_who_is_gone_is_named_by_id() {
        denials.record(List.of(of(new PrincipalId("gone-id"), "w/p")));

        assertThat(recorded()).extracting(AuditRow::actor).containsExactly("gone-id");
    }

    @Test
    void many_are_read_by_one_statement() {
        PrincipalId vic = realm.user("vic").id();
        int before = realm.facts().reads();

        denials.record(Collections.nCopies(40, of(vic, "w/p")));

        assertThat(realm.facts().reads() - before).isOne();
        assertThat(recorded()).hasSize(40);
    }
}
