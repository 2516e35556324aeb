package io.featureaccess.application;

import static io.featureaccess.application.Problems.alike;
import static io.featureaccess.application.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.ProblemCode;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeAccountTypeTest {

    private final FakeRealm realm = new FakeRealm();
    private final ChangeAccountType change =
            new ChangeAccountType(realm.directory(), realm.directory(), realm.grants(), realm.trail());

    @BeforeEach
    void anAdmin() {
        realm.admin("ada");
        realm.user("vic");
    }

    private void set(String caller, String reference, AccountType wanted) {
        change.change(realm.caller(caller), PrincipalRef.parse(reference), wanted, Optional.of("a new job"));
    }

    private boolean isAdmin(Principal principal) {
        return realm.directory().isAdmin(principal.id());
    }

    @Test
    void anAdminMakesAnAdminAndItIsOnRecord() {
        set("ada", "user:vic", AccountType.ADMIN);

        assertThat(isAdmin(realm.user("vic"))).isTrue();
        assertThat(realm.auditLog().rows(AuditChange.ACCOUNT_TYPE_CHANGED))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.principal()).contains(realm.user("vic"));
                    assertThat(row.before()).contains("{\"accountType\":\"principal\"}");
                    assertThat(row.after()).contains("{\"accountType\":\"admin\"}");
                    assertThat(row.reason()).contains("a new job");
                });
    }

    @Test
    void aServiceAccountCanBeAdmin() {
        set("ada", realm.serviceAccount("ci").reference(), AccountType.ADMIN);

        assertThat(isAdmin(realm.serviceAccount("ci"))).isTrue();
    }

    @Test
    void whatIsSoAlreadyIsNotRecorded() {
        set("ada", "user:vic", AccountType.PRINCIPAL);

        assertThat(realm.auditLog().rows()).isEmpty();
    }

    @Test
    void anybodyElseIsForbidden() {
        refused(ProblemCode.FORBIDDEN, () -> set("vic", "user:vic", AccountType.ADMIN));
        refused(ProblemCode.FORBIDDEN, () -> set("vic", "user:nobody", AccountType.ADMIN));
    }

    @Test
    void aGroupAndNobodyAreNotFoundAlike() {
        realm.group("/teams");
        alike(
                ProblemCode.NOT_FOUND,
                () -> set("ada", "group:/teams", AccountType.ADMIN),
                () -> set("ada", "user:nobody", AccountType.ADMIN));
    }

    @Test
    void theLastAdminStaysOne() {
        refused(ProblemCode.LAST_ADMIN, () -> set("ada", "user:ada", AccountType.PRINCIPAL));
        assertThat(isAdmin(realm.user("ada"))).isTrue();
    }

    @Test
    void aDisabledAdminIsNoOther() {
        realm.directory().disable(realm.admin("dora"));

        refused(ProblemCode.LAST_ADMIN, () -> set("ada", "user:ada", AccountType.PRINCIPAL));
    }

    @Test
    void oneOfTwoAdminsMayStepDown() {
        realm.admin("dora");
        set("ada", "user:ada", AccountType.PRINCIPAL);

        assertThat(isAdmin(realm.user("ada"))).isFalse();
    }

    @Test
    void anAdminByGroupStaysOneUntilThatIsTaken() {
        realm.directory().makeAdminByGroup(realm.user("vic").id());

        refused(ProblemCode.ADMIN_BY_GROUP, () -> set("ada", "user:vic", AccountType.PRINCIPAL));
    }

    @Test
    void twoAdminsWhoDemoteEachOtherAtOnceLeaveOne() {
        Principal dora = realm.admin("dora");
        realm.grants().beforeNextLock(() -> realm.directory()
                .makePrincipal(realm.user("ada").id()));

        refused(ProblemCode.FORBIDDEN, () -> set("ada", "user:dora", AccountType.PRINCIPAL));
        assertThat(isAdmin(dora)).isTrue();
    }
}
