package io.featureaccess.application.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import org.junit.jupiter.api.Test;

/** Memberships that come and go by Keycloak's own ways. */
class RecordMembershipsTest {

    private final FakeRealm realm = new FakeRealm();
    private final RecordMemberships record = new RecordMemberships(realm.directory(), realm.trail());
    private final Principal bob = realm.user("bob");
    private final Principal group = realm.group("/teams/fraud");

    private AuditRow only() {
        assertThat(realm.auditLog().rows()).hasSize(1);
        return realm.auditLog().rows().get(0);
    }

    @Test
    void whoJoinsIsOnRecordWithTheGroupAsItIsThen() {
        record.joined(realm.caller("root"), bob.id(), group.id());

        assertThat(only().change()).isEqualTo(AuditChange.MEMBER_ADDED);
        assertThat(only().actor()).isEqualTo("root");
        assertThat(only().principal()).contains(bob);
        assertThat(only().before()).isEmpty();
        assertThat(only().after().orElseThrow())
                .contains("\"group\":\"group:/teams/fraud\"")
                .doesNotContain("toSelf");
        assertThat(realm.told()).hasSize(1);
    }

    @Test
    void whoLetsThemselfInIsOnRecordAsSuch() {
        record.joined(realm.caller("bob"), bob.id(), group.id());

        assertThat(only().after().orElseThrow()).contains("\"toSelf\":true");
    }

    @Test
    void whoLeavesIsOnRecordWithTheGroupAsItWas() {
        record.left(realm.caller("bob"), bob.id(), group.id());

        assertThat(only().change()).isEqualTo(AuditChange.MEMBER_REMOVED);
        assertThat(only().before().orElseThrow()).contains("group:/teams/fraud").doesNotContain("toSelf");
        assertThat(only().after()).isEmpty();
    }

    @Test
    void groupsThatAreNoPrincipalsAreNobodysBusiness() {
        PrincipalId organization = new PrincipalId("organization");
        record.joined(realm.caller("root"), bob.id(), organization);
        record.left(realm.caller("root"), bob.id(), organization);
        record.joined(realm.caller("root"), organization, group.id());

        assertThat(realm.auditLog().rows()).isEmpty();
    }
}
