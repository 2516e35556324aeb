package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.MembershipOrigins;
import io.featureaccess.domain.group.JoinedGroups;
import io.featureaccess.domain.group.Member;
import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.Holding;
import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.domain.rule.RuleMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who let somebody into a group, as lists tell it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlMembershipOriginsTest {

    @Parameter
    TestDatabase database;

    private World world;
    private PrincipalId alice;
    private PrincipalId pipeline;
    private PrincipalId teams;
    private PrincipalId fraud;
    private RuleMapper corporate;
    private RuleMapper partners;

    @BeforeEach
    void twoMembers() {
        world = new World(database);
        alice = world.user("alice");
        pipeline = world.serviceAccount("pipeline");
        teams = world.group("/teams");
        fraud = world.group("/teams/fraud");
        corporate = mapper("teams", "corporate");
        partners = mapper("guests", "partners");
    }

    private RuleMapper mapper(String name, String identityProvider) {
        RuleMapper mapper = new RuleMapper(People.id(), name, identityProvider);
        world.people()
                .run(
                        "INSERT INTO IDENTITY_PROVIDER_MAPPER (ID, NAME, IDP_ALIAS, IDP_MAPPER_NAME, REALM_ID)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5)",
                        mapper.id(),
                        name,
                        identityProvider,
                        MapperKind.OIDC.id(),
                        world.realm());
        return mapper;
    }

    private void join(PrincipalId member, PrincipalId group, String... sources) {
        world.join(member, group);
        for (String source : sources) {
            world.people()
                    .run(
                            "INSERT INTO FA_RULE_MEMBERSHIP (REALM_ID, GROUP_ID, USER_ID, SOURCE) VALUES (?1, ?2, ?3, ?4)",
                            world.realm(),
                            group.value(),
                            member.value(),
                            source);
        }
    }

    private <T> T ask(Function<MembershipOrigins, T> question) {
        return database.inTransaction(entities -> question.apply(new SqlMembershipOrigins(entities, world.realm())));
    }

    private Map<PrincipalId, JoinedGroups> all() {
        return ask(origins -> origins.of(Set.of(alice, pipeline)));
    }

    private Map<String, Membership> members(PrincipalId group) {
        Map<String, Membership> members = new TreeMap<>();
        for (Member member : database.inTransaction(entities -> new SqlGroups(entities, world.realm())
                .members(group, Optional.empty(), PageRequest.ofFirst(50))
                .items())) {
            members.put(member.principal().name(), member.membership());
        }
        return members;
    }

    private static JoinedGroups in(Map<String, Membership> groups) {
        return new JoinedGroups(new TreeMap<>(groups));
    }

    @Test
    void nobodyIsInNoGroup() {
        assertThat(all()).isEmpty();
        JoinedGroups none = ask(origins -> origins.of(alice));
        assertThat(none).isEqualTo(JoinedGroups.NONE);
        assertThat(members(fraud)).isEmpty();
    }

    @Test
    void byHandByRulesAndBothAreToldApart() {
        join(alice, fraud, corporate.id(), partners.id());
        join(alice, teams, partners.id(), Holding.BY_HAND);
        join(pipeline, fraud);
        Membership byRules = Membership.byRules(List.of(corporate, partners));

        assertThat(all())
                .isEqualTo(Map.of(
                        alice,
                        in(Map.of("/teams", new Membership(true, List.of(partners)), "/teams/fraud", byRules)),
                        pipeline,
                        in(Map.of("/teams/fraud", Membership.BY_HAND))));
        assertThat(members(fraud)).isEqualTo(Map.of("alice", byRules, "pipeline", Membership.BY_HAND));
        assertThat(members(teams)).isEqualTo(Map.of("alice", new Membership(true, List.of(partners))));
    }

    @Test
    void aMapperThatIsGoneIsNotNamedAndWhatItGaveIsNotByHand() {
        join(alice, fraud, corporate.id());
        world.people().run("DELETE FROM IDENTITY_PROVIDER_MAPPER WHERE ID = ?1", corporate.id());

        assertThat(all().get(alice)).isEqualTo(in(Map.of("/teams/fraud", Membership.byRules(List.of()))));
        assertThat(members(fraud)).isEqualTo(Map.of("alice", Membership.byRules(List.of())));
    }

    @Test
    void anotherRealmsMembersAreNobody() {
        join(alice, fraud, corporate.id());
        World elsewhere = new World(database);

        assertThat(database.<Map<PrincipalId, JoinedGroups>>inTransaction(
                        entities -> new SqlMembershipOrigins(entities, elsewhere.realm()).of(Set.of(alice))))
                .isEmpty();
    }

    @Test
    void itIsOneStatementHoweverManyMembersThereAreAndWhoeverGaveIt() {
        join(alice, fraud, corporate.id());
        assertThat(StatementLog.during(this::all)).hasSize(1);
        assertThat(StatementLog.during(() -> members(fraud))).hasSize(1);
        for (int i = 0; i < 30; i++) {
            join(world.user("user-" + i), fraud, corporate.id(), partners.id());
            join(alice, world.group("/team-" + i), partners.id());
        }

        assertThat(StatementLog.during(this::all)).hasSize(1);
        assertThat(StatementLog.during(() -> members(fraud))).hasSize(1);
        assertThat(members(fraud)).hasSize(31);
    }
}
