package io.featureaccess.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessRequestTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Terms ASKED = new Terms(Role.CONSUMER, Optional.of(NOW.plusSeconds(3600)));
    private static final Terms LESS = new Terms(Role.VIEWER, Optional.of(NOW.plusSeconds(60)));
    private static final GrantId GRANT = new GrantId("grant");
    private static final Answer ANSWER =
            new Answer(new Actor(new PrincipalId("olga"), "olga"), NOW.plusSeconds(5), Optional.of("fine"));
    private static final Ending WITHDRAWN = new Ending(
            Ending.Cause.WITHDRAWN,
            Optional.of(new Actor(new PrincipalId("ann"), "ann")),
            NOW.plusSeconds(5),
            Optional.empty());

    private final AccessRequest pending = AccessRequest.asked(
            new RequestedNode(new NodeId("node"), NodePath.parse("w/p")),
            new Principal(new PrincipalId("ann"), PrincipalType.USER, "ann"),
            ASKED,
            "to try",
            NOW,
            NOW.plusSeconds(9000));

    @Test
    void an_approved_one_tells_what_was_asked_what_was_given_by_whom_and_which_grant_that_is() {
        AccessRequest granted = pending.approved(ANSWER, LESS, GRANT);

        assertThat(granted.state()).isEqualTo(RequestState.GRANTED);
        assertThat(granted.asked()).isEqualTo(ASKED);
        assertThat(granted.terms()).isEqualTo(LESS);
        assertThat(granted.answer()).contains(ANSWER);
        assertThat(granted.grant()).contains(GRANT);
        assertThat(granted.pendingUntil()).isEmpty();
        assertThat(granted.id()).isEqualTo(pending.id());
    }

    @Test
    void a_rejected_one_tells_who_said_so_and_why_and_is_no_grant() {
        AccessRequest rejected = pending.rejected(ANSWER);

        assertThat(rejected.state()).isEqualTo(RequestState.REJECTED);
        assertThat(rejected.answer()).contains(ANSWER);
        assertThat(rejected.grant()).isEmpty();
    }

    @Test
    void a_withdrawn_one_has_no_answer() {
        AccessRequest withdrawn = pending.withdrawn(WITHDRAWN);

        assertThat(withdrawn.state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(withdrawn.ending()).contains(WITHDRAWN);
        assertThat(withdrawn.answer()).isEmpty();
    }

    @Test
    void a_withdrawn_request_cannot_be_approved() {
        assertNotPending(() -> pending.withdrawn(WITHDRAWN).approved(ANSWER, ASKED, GRANT));
    }

    @Test
    void a_granted_request_cannot_be_withdrawn() {
        assertNotPending(() -> pending.approved(ANSWER, ASKED, GRANT).withdrawn(WITHDRAWN));
    }

    @Test
    void a_rejected_request_cannot_be_approved() {
        assertNotPending(() -> pending.rejected(ANSWER).approved(ANSWER, ASKED, GRANT));
    }

    @Test
    void a_granted_request_cannot_be_rejected() {
        assertNotPending(() -> pending.approved(ANSWER, ASKED, GRANT).rejected(ANSWER));
    }

    private static void assertNotPending(Runnable step) {
        DomainProblem refused = catchThrowableOfType(DomainProblem.class, step::run);
        assertThat(refused.code()).isEqualTo(ProblemCode.NOT_PENDING);
    }
}
