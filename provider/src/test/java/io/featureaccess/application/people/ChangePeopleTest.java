package io.featureaccess.application.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.application.port.Ownerships.Orphan;
import io.featureaccess.domain.account.Delivery;
import io.featureaccess.domain.account.Invitation;
import io.featureaccess.domain.account.UserAccount;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.group.GroupChange;
import io.featureaccess.domain.group.GroupPlace;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may change users and groups, what they have to say, and what is refused. */
class ChangePeopleTest {

    private final PeopleDesk desk = new PeopleDesk();
    private Caller ada;

    @BeforeEach
    void people() {
        desk.realm.admin("ada");
        desk.realm.user("vic");
        desk.realm.group("/teams/fraud");
        desk.realm.group("/ops");
        ada = desk.realm.caller("ada");
    }

    private static PrincipalRef ref(String text) {
        return PrincipalRef.parse(text);
    }

    private static DomainProblem refused(ProblemCode code, ThrowingCallable call) {
        DomainProblem problem = catchThrowableOfType(DomainProblem.class, call);
        assertThat(problem).as("expected %s", code.id()).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
        return problem;
    }

    private void join(Caller caller, String group, String who, Optional<String> reason) {
        desk.members().join(caller, ref(group), ref(who), reason);
    }

    private void move(String group, String parent, Optional<String> reason) {
        desk.change()
                .change(
                        ada,
                        ref(group),
                        new GroupChange(Optional.empty(), Optional.of(GroupPlace.in(ref(parent))), reason));
    }

    private List<AuditRow> rows(AuditChange kind) {
        return desk.realm.auditLog().rows(kind);
    }

    @Test
    void everybody_but_admins_is_forbidden_before_anything_is_looked_up() {
        Caller vic = desk.realm.caller("vic");
        List<ThrowingCallable> changes = List.of(
                () -> desk.creation().create(vic, "x", Optional.empty()),
                () -> desk.deletion().delete(vic, ref("group:/nowhere"), false),
                () -> join(vic, "group:/nowhere", "user:vic", Optional.empty()),
                () -> desk.members().leave(vic, ref("group:/nowhere"), ref("user:vic")),
                () -> desk.removal().remove(vic, ref("user:nobody"), Optional.empty()),
                () -> desk.unlocking().unlock(vic, ref("user:nobody"), Optional.empty()),
                () -> desk.showing().show(vic, ref("user:nobody")),
                () -> desk.invitations().resend(vic, ref("user:nobody")));

        changes.forEach(change -> refused(ProblemCode.FORBIDDEN, change));
        assertThat(desk.done).isEmpty();
    }

    @Test
    void an_admin_who_is_none_any_more_when_the_lock_is_had_is_forbidden() {
        desk.realm.admin("dora");
        desk.realm.grants().beforeNextLock(() -> desk.realm.directory().makePrincipal(ada.principal()));

        refused(ProblemCode.FORBIDDEN, () -> desk.creation().create(ada, "x", Optional.empty()));
    }

    @Test
    void joining_is_on_record_once() {
        join(ada, "group:/ops", "user:vic", Optional.empty());
        join(ada, "group:/ops", "user:vic", Optional.empty());

        assertThat(desk.realm.directory().groupsOf(desk.realm.user("vic").id())).containsExactly("/ops");
        assertThat(rows(AuditChange.MEMBER_ADDED)).hasSize(1);
    }

    @Test
    void whoever_joins_themself_or_moves_their_group_says_why() {
        refused(ProblemCode.REASON_REQUIRED, () -> join(ada, "group:/ops", "user:ada", Optional.empty()));
        join(ada, "group:/ops", "user:ada", Optional.of("on call"));
        refused(ProblemCode.REASON_REQUIRED, () -> move("group:/ops", "group:/teams", Optional.empty()));
        move("group:/ops", "group:/teams", Optional.of("merged"));

        assertThat(rows(AuditChange.MEMBER_ADDED).get(0).after().orElseThrow()).contains("\"toSelf\":true");
        assertThat(rows(AuditChange.GROUP_UPDATED).get(0).after().orElseThrow())
                .isEqualTo("{\"path\":\"/teams/ops\",\"toSelf\":true}");
    }

    @Test
    void the_glass_is_broken_for_what_makes_owners_and_each_secret_node_is_on_record() {
        desk.opens = true;
        desk.realm.node("fraud");
        desk.secrets = List.of(desk.realm.secret("fraud/vault"));

        refused(ProblemCode.BREAK_GLASS_REQUIRED, () -> join(ada, "group:/ops", "user:vic", Optional.empty()));
        refused(ProblemCode.BREAK_GLASS_REQUIRED, () -> move("group:/ops", "group:/teams", Optional.empty()));
        assertThat(desk.done).isEmpty();
        join(desk.realm.breakingGlass("ada", "incident"), "group:/ops", "user:vic", Optional.empty());
        assertThat(rows(AuditChange.BREAK_GLASS)).singleElement().satisfies(row -> {
            assertThat(row.reason()).contains("incident");
            assertThat(row.after().orElseThrow()).contains("user:vic").contains("group:/ops");
        });
    }

    @Test
    void a_last_owner_is_missed_and_a_hidden_node_is_not_named() {
        join(ada, "group:/ops", "user:vic", Optional.empty());
        desk.orphan = Optional.of(new Orphan(NodePath.parse("fraud/vault"), true));
        List<ThrowingCallable> changes = List.of(
                () -> desk.members().leave(ada, ref("group:/ops"), ref("user:vic")),
                () -> desk.deletion().delete(ada, ref("group:/ops"), false),
                () -> move("group:/teams/fraud", "group:/ops", Optional.empty()),
                () -> desk.removal().remove(ada, ref("user:vic"), Optional.empty()));

        for (ThrowingCallable change : changes) {
            assertThat(refused(ProblemCode.LAST_OWNER, change).detail()).doesNotContain("vault");
        }
        assertThat(desk.done).doesNotContain("remove vic", "remove /ops");
        desk.orphan = Optional.of(new Orphan(NodePath.parse("fraud"), false));
        assertThat(refused(ProblemCode.LAST_OWNER, changes.get(1)).detail()).startsWith("fraud ");
    }

    @Test
    void owners_are_looked_for_after_those_who_go_count_no_more_and_before_they_are_gone() {
        desk.removal().remove(ada, ref("user:vic"), Optional.of("left"));

        assertThat(desk.done).containsExactly("lock", "disable vic", "look for orphans", "remove vic");
        assertThat(rows(AuditChange.USER_REMOVED).get(0).reason()).contains("left");
    }

    @Test
    void nobody_removes_themself_and_service_accounts_are_no_users() {
        desk.realm.serviceAccount("ci");

        refused(ProblemCode.OWN_ACCOUNT, () -> desk.removal().remove(ada, ref("user:ada"), Optional.empty()));
        refused(ProblemCode.NOT_FOUND, () -> desk.removal().remove(ada, ref("service-account:ci"), Optional.empty()));
    }

    @Test
    void groups_lie_neither_in_themselves_nor_below_nor_beside_a_namesake() {
        desk.realm.group("/ops/fraud");

        refused(ProblemCode.CYCLIC_GROUP, () -> move("group:/teams", "group:/teams", Optional.empty()));
        refused(ProblemCode.CYCLIC_GROUP, () -> move("group:/teams", "group:/teams/fraud", Optional.empty()));
        refused(ProblemCode.NAME_TAKEN, () -> move("group:/teams/fraud", "group:/ops", Optional.empty()));
        refused(ProblemCode.NOT_EMPTY, () -> desk.deletion().delete(ada, ref("group:/teams"), false));
        assertThat(desk.done).isEmpty();
    }

    @Test
    void who_has_powers_over_the_server_is_out_of_reach() {
        desk.powerful.add(desk.realm.group("/ops").id());
        desk.powerful.add(desk.realm.user("vic").id());
        List<ThrowingCallable> changes = List.of(
                () -> join(ada, "group:/ops", "user:vic", Optional.empty()),
                () -> desk.members().leave(ada, ref("group:/ops"), ref("user:vic")),
                () -> desk.deletion().delete(ada, ref("group:/ops"), true),
                () -> desk.creation().create(ada, "x", Optional.of(ref("group:/ops"))),
                () -> move("group:/teams", "group:/ops", Optional.empty()),
                () -> move("group:/ops", "group:/teams", Optional.empty()),
                () -> desk.removal().remove(ada, ref("user:vic"), Optional.empty()));

        changes.forEach(change -> refused(ProblemCode.FORBIDDEN, change));
        assertThat(desk.done).isEmpty();
    }

    @Test
    void the_last_admin_stays_in_the_group_that_makes_them_one() {
        join(ada, "group:/ops", "user:vic", Optional.empty());
        desk.realm.directory().disable(desk.realm.user("ada"));

        refused(ProblemCode.LAST_ADMIN, () -> desk.members().leave(ada, ref("group:/ops"), ref("user:vic")));
    }

    @Test
    void only_who_is_locked_is_unlocked() {
        refused(ProblemCode.NOT_LOCKED, () -> desk.unlocking().unlock(ada, ref("user:vic"), Optional.empty()));
        desk.locked.add(desk.realm.user("vic").id());
        desk.unlocking().unlock(ada, ref("user:vic"), Optional.of("called"));

        assertThat(rows(AuditChange.USER_UNLOCKED)).hasSize(1);
    }

    @Test
    void a_user_is_shown_with_what_keeps_them_out() {
        Principal vic = desk.realm.user("vic");
        assertThat(desk.showing().show(ada, ref("user:vic")))
                .isEqualTo(new UserAccount(vic, AccountType.PRINCIPAL, true, false, false));

        desk.locked.add(vic.id());
        desk.invited.add(vic.id());
        desk.realm.directory().disable(vic);
        assertThat(desk.showing().show(ada, ref("user:vic")))
                .isEqualTo(new UserAccount(vic, AccountType.PRINCIPAL, false, true, true));
        assertThat(desk.showing().show(ada, ref("user:ada")).type()).isEqualTo(AccountType.ADMIN);
        refused(ProblemCode.NOT_FOUND, () -> desk.showing().show(ada, ref("group:/ops")));
    }

    @Test
    void an_invitation_outlives_a_failing_mail_server_and_is_taken_back_while_it_is_open() {
        Invitation zoe = new Invitation(Optional.of("zoe"), "zoe@example.com", Optional.empty(), Optional.empty());
        assertThat(desk.invitations().invite(ada, zoe).delivery()).isEqualTo(Delivery.FAILED);
        desk.invitations().resend(ada, ref("user:zoe"));
        refused(ProblemCode.NOT_INVITED, () -> desk.invitations().resend(ada, ref("user:vic")));
        refused(ProblemCode.NOT_INVITED, () -> desk.invitations().withdraw(ada, ref("user:vic"), desk.removal()));

        desk.invitations().withdraw(ada, ref("user:zoe"), desk.removal());
        assertThat(desk.done).contains("send to zoe", "remove zoe");
        assertThat(rows(AuditChange.USER_INVITED)).hasSize(1);
        assertThat(rows(AuditChange.INVITATION_SENT)).hasSize(1);
        assertThat(rows(AuditChange.INVITATION_DELETED)).hasSize(1);
        assertThat(rows(AuditChange.USER_REMOVED)).isEmpty();
    }
}
