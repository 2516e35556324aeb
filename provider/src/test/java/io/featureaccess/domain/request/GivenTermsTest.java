package io.featureaccess.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTermsTest {

    private static final Instant SOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant LATER = SOON.plusSeconds(3600);
    private static final Terms CONSUMER_UNTIL_LATER = new Terms(Role.CONSUMER, Optional.of(LATER));

    @Test
    void an_answer_that_says_nothing_gives_what_was_asked_for() {
        assertThat(given(CONSUMER_UNTIL_LATER, Optional.empty(), Optional.empty()))
                .isEqualTo(CONSUMER_UNTIL_LATER);
    }

    @Test
    void a_weaker_role_and_an_earlier_end_may_be_given() {
        assertThat(given(CONSUMER_UNTIL_LATER, Optional.of(Role.DATA_READER), Optional.of(SOON)))
                .isEqualTo(new Terms(Role.DATA_READER, Optional.of(SOON)));
    }

    @ParameterizedTest
    @CsvSource({"CONSUMER, OWNER", "CONSUMER, OPERATOR", "VIEWER, DATA_READER", "DATA_READER, VIEWER"})
    void a_role_with_an_action_that_was_not_asked_for_is_refused(Role asked, Role answer) {
        Terms wanted = new Terms(asked, Optional.empty());
        assertRefused(wanted, Optional.of(answer), Optional.empty(), "role");
    }

    @Test
    void a_later_end_than_was_asked_for_is_refused() {
        assertRefused(CONSUMER_UNTIL_LATER, Optional.empty(), Optional.of(LATER.plusMillis(1)), "expiresAt");
    }

    @Test
    void an_end_may_be_set_where_none_was_asked_for() {
        Terms forEver = new Terms(Role.VIEWER, Optional.empty());
        assertThat(given(forEver, Optional.empty(), Optional.of(SOON)).expiresAt())
                .contains(SOON);
    }

    @Test
    void what_is_held_for_longer_stays_as_long_as_it_is() {
        Terms given = new Terms(Role.VIEWER, Optional.of(SOON));
        Terms held = new Terms(Role.VIEWER, Optional.empty());

        assertThat(GivenTerms.noShorterThan(given, Optional.of(held))).isEqualTo(held);
        assertThat(GivenTerms.noShorterThan(held, Optional.of(given))).isEqualTo(held);
        assertThat(GivenTerms.noShorterThan(given, Optional.empty())).isEqualTo(given);
    }

    private static Terms given(Terms asked, Optional<Role> role, Optional<Instant> end) {
        WantedAnswer answer = new WantedAnswer(Optional.empty(), role, end, Optional.empty());
        return GivenTerms.of(asked, answer, NodeKind.FEATURE_SET, WorkspaceSettings.DEFAULT);
    }

    private static void assertRefused(Terms asked, Optional<Role> role, Optional<Instant> end, String field) {
        DomainProblem refused = catchThrowableOfType(DomainProblem.class, () -> given(asked, role, end));
        assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_VALUE);
        assertThat(refused.field()).contains(field);
    }
}
