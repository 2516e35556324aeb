package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.rule.Holding;
import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.domain.rule.Standing;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gave a membership, in the real tables. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlRuleHoldingsTest {

    @Parameter
    TestDatabase database;

    private World world;
    private PrincipalId alice;
    private PrincipalId fraud;
    private PrincipalId risk;
    private String corporate;
    private String partners;

    @BeforeEach
    void aUserOfTwoIdentityProviders() {
        world = new World(database);
        alice = world.user("alice");
        fraud = world.group("/fraud");
        risk = world.group("/risk");
        corporate = mapper("corporate", MapperKind.OIDC.id());
        partners = mapper("partners", MapperKind.SAML.id());
        link(alice, "corporate");
        link(alice, "partners");
    }

    private String mapper(String identityProvider, String kind) {
        String id = People.id();
        run(
                "INSERT INTO IDENTITY_PROVIDER_MAPPER (ID, NAME, IDP_ALIAS, IDP_MAPPER_NAME, REALM_ID)"
                        + " VALUES (?1, 'rules', ?2, ?3, ?4)",
                id,
                identityProvider,
                kind,
                world.realm());
        return id;
    }

    private void link(PrincipalId user, String identityProvider) {
        run(
                "INSERT INTO FEDERATED_IDENTITY (IDENTITY_PROVIDER, REALM_ID, FEDERATED_USER_ID, USER_ID) VALUES (?1, ?2, ?3, ?4)",
                identityProvider,
                world.realm(),
                People.id(),
                user.value());
    }

    private void run(String sql, Object... parameters) {
        database.runInTransaction(entities -> People.run(entities, sql, parameters));
    }

    private <T> T ask(Function<RuleHoldings, T> question) {
        return database.inTransaction(
                entities -> question.apply(new SqlRuleHoldings(entities, world.realm(), world::adminRole)));
    }

    private boolean is(Function<RuleHoldings, Boolean> question) {
        return ask(question);
    }

    private Standing standing(PrincipalId user) {
        return ask(holdings -> holdings.of(user));
    }

    /** As at a login: what the plan wants is joined and left by Keycloak, and then written down. */
    private void login(String mapper, Set<PrincipalId> wanted, boolean admin) {
        var plan = standing(alice).plan(mapper, wanted, admin);
        plan.groupsTo(Holding.Change.GIVE).forEach(group -> world.join(alice, group));
        plan.groupsTo(Holding.Change.TAKE)
                .forEach(group -> run(
                        "DELETE FROM USER_GROUP_MEMBERSHIP WHERE USER_ID = ?1 AND GROUP_ID = ?2",
                        alice.value(),
                        group.value()));
        if (plan.admin().change() == Holding.Change.GIVE) {
            world.makeAdmin(alice, world.adminRole());
        }
        ask(holdings -> {
            holdings.record(alice, plan);
            return null;
        });
    }

    private static Holding by(String... sources) {
        return new Holding(true, Set.of(sources));
    }

    @Test
    void whatNobodyGaveIsNothing() {
        assertThat(standing(alice)).isEqualTo(Standing.NONE);
        assertThat(standing(new PrincipalId("nobody"))).isEqualTo(Standing.NONE);
    }

    @Test
    void aMembershipOfAPersonsHandHasNoRows() {
        world.join(alice, fraud);

        assertThat(standing(alice).groups()).containsOnly(Map.entry(fraud, by()));
    }

    @Test
    void whatRulesGaveIsKnownByTheirMappers() {
        login(corporate, Set.of(fraud, risk), false);
        login(partners, Set.of(risk), true);

        Standing standing = standing(alice);

        assertThat(standing.groups().get(fraud)).isEqualTo(by(corporate));
        assertThat(standing.groups().get(risk)).isEqualTo(by(corporate, partners));
        assertThat(standing.admin()).isEqualTo(by(partners));
        assertThat(standing.gone()).isEmpty();
    }

    @Test
    void oneMapperTakesOnlyWhatIsItsOwn() {
        login(corporate, Set.of(fraud, risk), false);
        login(partners, Set.of(risk), false);

        login(corporate, Set.of(), false);

        assertThat(standing(alice).groups()).containsOnly(Map.entry(risk, by(partners)));
    }

    @Test
    void whatWasThereBeforeTheRulesStaysByHand() {
        world.join(alice, fraud);
        login(corporate, Set.of(fraud), false);
        assertThat(standing(alice).groups().get(fraud)).isEqualTo(by(corporate, Holding.BY_HAND));

        login(corporate, Set.of(), false);

        assertThat(standing(alice).groups().get(fraud)).isEqualTo(by());
    }

    @Test
    void whatIsGivenByHandToo_isKeptOnce() {
        login(corporate, Set.of(fraud), true);

        assertThat(is(holdings -> holdings.keepByHand(alice, fraud))).isTrue();
        assertThat(is(holdings -> holdings.keepByHand(alice, fraud))).isFalse();
        assertThat(is(holdings -> holdings.keepByHand(alice, risk))).isFalse();
        assertThat(is(holdings -> holdings.keepAdminByHand(alice))).isTrue();
        assertThat(is(holdings -> holdings.keepAdminByHand(alice))).isFalse();

        assertThat(standing(alice).groups().get(fraud)).isEqualTo(by(corporate, Holding.BY_HAND));
        assertThat(standing(alice).admin()).isEqualTo(by(corporate, Holding.BY_HAND));
    }

    @Test
    void aMapperIsGoneWhenItIsRemovedOrIsNoneOfOursOrTheAccountIsNotLinkedAnyMore() {
        String odd = mapper("corporate", "hardcoded-group-idp-mapper");
        login(corporate, Set.of(fraud), false);
        login(partners, Set.of(fraud), false);
        login(odd, Set.of(fraud), false);
        run("DELETE FROM FEDERATED_IDENTITY WHERE USER_ID = ?1 AND IDENTITY_PROVIDER = 'partners'", alice.value());
        assertThat(standing(alice).gone()).containsOnly(partners, odd);

        run("DELETE FROM IDENTITY_PROVIDER_MAPPER WHERE ID = ?1", corporate);

        assertThat(standing(alice).gone()).containsOnly(corporate, partners, odd);
    }

    @Test
    void rowsGoWithWhatTheyAreAbout() {
        login(corporate, Set.of(fraud), true);
        run("DELETE FROM USER_GROUP_MEMBERSHIP WHERE USER_ID = ?1", alice.value());
        run("DELETE FROM USER_ROLE_MAPPING WHERE USER_ID = ?1", alice.value());
        world.join(alice, fraud);

        assertThat(standing(alice).groups().get(fraud)).isEqualTo(by());
        assertThat(standing(alice).admin()).isEqualTo(Holding.NONE);
    }

    @Test
    void nothingIsWrittenOfWhatIsNotThere() {
        var plan = standing(alice).plan(corporate, Set.of(fraud), true);

        ask(holdings -> {
            holdings.record(alice, plan);
            return null;
        });

        assertThat(standing(alice)).isEqualTo(Standing.NONE);
    }

    @Test
    void onlyUsersOfTheRealmAreLocked() {
        World elsewhere = new World(database);

        assertThat(is(holdings -> holdings.lock(alice))).isTrue();
        assertThat(is(holdings -> holdings.lock(elsewhere.user("bob")))).isFalse();
    }

    @Test
    void itIsOneStatementHoweverMuchIsHeld() {
        login(corporate, Set.of(fraud), false);
        int few = StatementLog.during(() -> standing(alice)).size();
        for (int i = 0; i < 30; i++) {
            world.join(alice, world.group("/team-" + i));
        }

        assertThat(few).isEqualTo(1);
        assertThat(StatementLog.during(() -> standing(alice)).size()).isEqualTo(1);
    }
}
