package io.featureaccess.application.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.application.GrantLedger;
import io.featureaccess.application.GrantRules;
import io.featureaccess.application.GrantSites;
import io.featureaccess.application.OpenedSecrets;
import io.featureaccess.application.expiry.RecordRequestEnds;
import io.featureaccess.application.fake.FakeOutbox;
import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.application.fake.FakeRequests;
import io.featureaccess.application.fake.FakeServiceAccounts;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.notice.NoticeKind;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.request.WantedAccess;
import io.featureaccess.domain.request.WantedAnswer;
import io.featureaccess.domain.role.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking and answering over one realm in memory: who may, what comes of it, and what is told of it. */
class RequestUseCasesTest {

    private static final Duration TIME = Duration.ofDays(30);

    private final FakeRealm realm = new FakeRealm();
    private final FakeRequests requests = new FakeRequests();
    private final FakeOutbox outbox = new FakeOutbox();
    private final GrantSites sites = new GrantSites(realm.gate(), realm.nodes(), realm.grants(), realm.directory());
    private final RequestGate gate =
            new RequestGate(requests, sites, realm.gate(), new FakeServiceAccounts(realm), realm.clock());
    private final RequestRecord record = new RequestRecord(requests, realm.trail(), outbox);
    private final GrantLedger ledger = new GrantLedger(
            realm.grants(), realm.trail(), new OpenedSecrets(realm.nodes(), realm.trail()), outbox, realm.clock());

    private Caller olga;
    private Caller bob;

    @BeforeEach
    void anOpenWorkspaceOfOlga() {
        realm.node("w", new NodeTraits.Workspace(WorkspaceKind.DEV, false, WorkspaceSettings.DEFAULT));
        realm.node("w/p");
        realm.node("w/p/f");
        olga = realm.caller("olga");
        bob = realm.caller("bob");
        realm.grant(realm.user("olga"), Role.OWNER, "w");
    }

    private AccessRequest ask(Caller caller, String on, Role role) {
        return ask(caller, on, role, Optional.empty());
    }

    private AccessRequest ask(Caller caller, String on, Role role, Optional<Instant> until) {
        return new RequestAccess(sites, realm.directory(), requests, record, new TimeToAnswer(TIME, realm.clock()))
                .ask(caller, NodeRef.of(NodePath.parse(on)), new WantedAccess(role, "to try", until))
                .request();
    }

    private AccessRequest approve(Caller caller, RequestId id, Optional<Role> projectRole) {
        GrantRules rules = new GrantRules(realm.directory(), realm.facts(), realm.grants(), realm.clock());
        return new ApproveRequest(gate, rules, ledger, realm.grants(), record)
                .approve(
                        caller,
                        id,
                        new WantedAnswer(Optional.of("fine"), Optional.empty(), Optional.empty(), projectRole));
    }

    private AccessRequest reject(Caller caller, RequestId id) {
        return new RejectRequest(gate, record, realm.clock()).reject(caller, id, Optional.empty());
    }

    private AccessRequest withdraw(Caller caller, RequestId id) {
        return new WithdrawRequest(gate, record, realm.clock()).withdraw(caller, id, Optional.empty());
    }

    private List<AuditChange> recorded() {
        return List.of(
                        AuditChange.REQUEST_MADE,
                        AuditChange.REQUEST_APPROVED,
                        AuditChange.REQUEST_REJECTED,
                        AuditChange.REQUEST_WITHDRAWN,
                        AuditChange.REQUEST_EXPIRED,
                        AuditChange.GRANT_ADDED)
                .stream()
                .filter(change -> !realm.auditLog().rows(change).isEmpty())
                .toList();
    }

    private void refused(ProblemCode code, ThrowingCallable call) {
        DomainProblem problem = catchThrowableOfType(DomainProblem.class, call);
        assertThat(problem).as("expected %s", code.id()).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
    }

    @Test
    void approving_makes_the_grant_and_tells_who_asked() {
        AccessRequest asked = ask(bob, "w/p", Role.CONSUMER);

        AccessRequest granted = approve(olga, asked.id(), Optional.empty());

        Grant grant = realm.grants().all().stream()
                .filter(one -> one.principal().equals(bob.principal()))
                .findFirst()
                .orElseThrow();
        assertThat(grant.role()).isEqualTo(Role.CONSUMER);
        assertThat(grant.reason()).contains("to try");
        assertThat(granted.grant()).contains(grant.id());
        assertThat(recorded())
                .containsExactly(AuditChange.REQUEST_MADE, AuditChange.REQUEST_APPROVED, AuditChange.GRANT_ADDED);
        assertThat(outbox.notices())
                .containsExactly(
                        Notice.requestMade(
                                realm.at("w/p").id(),
                                realm.user("bob"),
                                Role.CONSUMER,
                                Optional.of("to try"),
                                Optional.empty()),
                        Notice.requestGranted(
                                realm.at("w/p").id(),
                                realm.user("bob"),
                                Role.CONSUMER,
                                Optional.of("fine"),
                                Optional.empty()));
    }

    @Test
    void rejecting_and_withdrawing_give_nothing() {
        reject(olga, ask(bob, "w/p", Role.CONSUMER).id());
        withdraw(bob, ask(bob, "w/p", Role.CONSUMER).id());

        assertThat(realm.grants().all()).hasSize(1);
        assertThat(recorded())
                .containsExactly(AuditChange.REQUEST_MADE, AuditChange.REQUEST_REJECTED, AuditChange.REQUEST_WITHDRAWN);
    }

    @Test
    void asking_again_is_asking_once_until_it_lapses() {
        AccessRequest first = ask(bob, "w/p", Role.CONSUMER);
        assertThat(ask(bob, "w/p", Role.CONSUMER)).isEqualTo(first);
        assertThat(ask(bob, "w/p", Role.VIEWER)).isNotEqualTo(first);

        realm.clock().pass(TIME);

        assertThat(ask(bob, "w/p", Role.CONSUMER).id()).isNotEqualTo(first.id());
        refused(ProblemCode.NOT_PENDING, () -> approve(olga, first.id(), Optional.empty()));
    }

    @Test
    void a_request_lapses_when_the_role_it_asks_for_would_end() {
        Instant tomorrow = realm.clock().instant().plus(Duration.ofDays(1));
        AccessRequest asked = ask(bob, "w/p", Role.CONSUMER, Optional.of(tomorrow));

        assertThat(asked.pendingUntil()).contains(tomorrow);
        refused(
                ProblemCode.EXPIRY_IN_PAST,
                () -> ask(bob, "w/p", Role.VIEWER, Optional.of(realm.clock().instant())));
    }

    @Test
    void nobody_answers_their_own_also_as_an_owner_or_admin() {
        Caller ada = realm.caller(realm.admin("ada").name());
        RequestId own = ask(ada, "w/p", Role.VIEWER).id();

        refused(ProblemCode.OWN_REQUEST, () -> approve(ada, own, Optional.empty()));
        refused(ProblemCode.OWN_REQUEST, () -> reject(ada, own));
        refused(ProblemCode.ALREADY_GRANTED, () -> ask(olga, "w/p", Role.EDITOR));
    }

    @Test
    void a_request_that_one_may_not_answer_is_refused_as_one_that_is_not_there() {
        RequestId id = ask(bob, "w/p", Role.CONSUMER).id();
        Caller vic = realm.caller("vic");

        refused(ProblemCode.NOT_FOUND, () -> approve(vic, id, Optional.empty()));
        refused(ProblemCode.NOT_FOUND, () -> withdraw(vic, id));
        refused(ProblemCode.NOT_FOUND, () -> approve(olga, RequestId.random(), Optional.empty()));
        refused(ProblemCode.FORBIDDEN, () -> withdraw(olga, id));
    }

    @Test
    void a_feature_sets_role_needs_one_on_the_project_which_the_same_answer_may_give() {
        RequestId id = ask(bob, "w/p/f", Role.CONSUMER).id();
        refused(ProblemCode.PROJECT_ROLE_REQUIRED, () -> approve(olga, id, Optional.empty()));

        approve(olga, id, Optional.of(Role.CONSUMER));

        assertThat(realm.grants().all())
                .filteredOn(grant -> grant.principal().equals(bob.principal()))
                .hasSize(2);
    }

    @Test
    void who_manages_the_feature_set_alone_cannot_give_a_role_on_the_project() {
        realm.grant(realm.user("carl"), Role.CONSUMER, "w/p");
        realm.grant(realm.user("carl"), Role.OWNER, "w/p/f");
        RequestId id = ask(bob, "w/p/f", Role.CONSUMER).id();

        refused(ProblemCode.FORBIDDEN, () -> approve(realm.caller("carl"), id, Optional.of(Role.CONSUMER)));
    }

    @Test
    void a_locked_workspace_takes_no_requests() {
        realm.node("locked");
        realm.grant(realm.user("bob"), Role.VIEWER, "locked");

        refused(ProblemCode.NOT_REQUESTABLE, () -> ask(bob, "locked", Role.EDITOR));
        refused(ProblemCode.NO_SUCH_NODE, () -> ask(realm.caller("vic"), "locked", Role.EDITOR));
    }

    @Test
    void what_lapsed_is_put_on_record_once_and_told_to_who_asked() {
        ask(bob, "w/p", Role.CONSUMER);
        realm.clock().pass(TIME);

        recordEnds();
        recordEnds();

        assertThat(realm.auditLog().rows(AuditChange.REQUEST_EXPIRED))
                .singleElement()
                .satisfies(row -> assertThat(row.actor()).isEqualTo("system"));
        assertThat(outbox.notices())
                .filteredOn(notice -> notice.kind() == NoticeKind.REQUEST_LAPSED)
                .containsExactly(Notice.requestLapsed(realm.at("w/p").id(), realm.user("bob"), Role.CONSUMER));
    }

    @Test
    void what_an_admin_reads_through_broken_glass_goes_on_record() {
        AccessRequest hidden = ask(bob, "w/p", Role.CONSUMER);
        requests.hide(hidden.id());
        realm.admin("ada");
        ListRequests list = new ListRequests(requests, realm.directory(), realm.trail(), realm.clock());
        RequestFilter pending = RequestFilter.of(Set.of(RequestState.PENDING), Optional.empty(), true);
        PageRequest page = PageRequest.ofFirst(10);

        assertThat(list.manageable(realm.caller("ada"), pending, page)).isEmpty();
        assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS)).isEmpty();
        assertThat(list.manageable(realm.breakingGlass("ada", "incident"), pending, page))
                .containsExactly(hidden);
        assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS)).hasSize(1);
    }

    private void recordEnds() {
        RecordRequestEnds.Desk desk = new RecordRequestEnds.Desk(requests, realm.trail(), outbox);
        Transactions<RecordRequestEnds.Desk> transactions = new Transactions<>() {
            @Override
            public <T> T run(Function<RecordRequestEnds.Desk, T> work) {
                return work.apply(desk);
            }
        };
        new RecordRequestEnds(transactions, realm.clock()).run();
    }
}
