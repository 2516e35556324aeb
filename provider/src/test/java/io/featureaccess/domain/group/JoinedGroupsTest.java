package io.featureaccess.domain.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.rule.RuleMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JoinedGroupsTest {

    private static final RuleMapper TEAMS = new RuleMapper("1", "teams", "corporate");
    private static final RuleMapper GUESTS = new RuleMapper("2", "guests", "partners");

    private static JoinedGroups in(Map<String, Membership> groups) {
        return new JoinedGroups(new TreeMap<>(groups));
    }

    private static Membership by(RuleMapper... rules) {
        return Membership.byRules(List.of(rules));
    }

    @Test
    void aGroupCountsForThoseInItAndThoseBelowIt() {
        JoinedGroups joined = in(Map.of("/teams/risk", by(TEAMS)));

        assertThat(joined.through("/teams/risk")).contains(by(TEAMS));
        assertThat(joined.through("/teams")).contains(by(TEAMS));
        assertThat(joined.through("/teams/risk/night")).isEmpty();
        assertThat(joined.through("/team")).isEmpty();
        assertThat(JoinedGroups.NONE.through("/teams")).isEmpty();
    }

    @Test
    void severalWaysAreTakenTogetherAndOneByHandOutlastsTheRules() {
        JoinedGroups joined = in(Map.of("/t/a", by(TEAMS), "/t/b", by(GUESTS, TEAMS), "/t/c/d", Membership.BY_HAND));

        assertThat(joined.through("/t")).contains(new Membership(true, List.of(TEAMS, GUESTS)));
        assertThat(joined.through("/t/b")).contains(by(TEAMS, GUESTS));
    }

    @Test
    void whoMayNotKnowTheRulesIsToldThatThereAreAny() {
        JoinedGroups joined = in(Map.of("/a", by(TEAMS), "/b", Membership.BY_HAND));

        assertThat(joined.withoutNames()).isEqualTo(in(Map.of("/a", by(), "/b", Membership.BY_HAND)));
    }
}
