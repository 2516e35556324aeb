package io.featureaccess.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.decision.Decision.SmallestGrant;
import io.featureaccess.domain.decision.Facts.Asker;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.Reason.Code;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every decision, whatever the facts. */
@Domain(AnyFacts.class)
@Domain(DomainContext.Global.class)
class DecisionLawsTest {

    private static final Instant NOW = AnyFacts.NOW;

    @Property
    void everyQuestionIsAnsweredWithAReason(@ForAll Facts facts, @ForAll Action action, @ForAll boolean readerSees) {
        Decision decision = Decider.decide(question(action, facts), facts, readerSees);

        assertThat(decision.permit()).isEqualTo(Access.of(facts).actions().contains(action));
        assertThat(decision.reasons()).isNotEmpty();
        assertThat(decision.permit()).isEqualTo(decision.reasons().stream().anyMatch(reason -> Set.of(
                        Code.ROLE, Code.UNLOCKED, Code.ADMIN, Code.BREAK_GLASS)
                .contains(reason.code())));
    }

    @Property
    void whatIsPermittedIsWhatIsDecidedActionByAction(@ForAll Facts facts) {
        Optional<PermittedActions> permitted = PermittedActions.of(facts);

        for (Action action : Action.values()) {
            Decision decision = Decider.decide(question(action, facts), facts);
            assertThat(permitted.filter(all -> all.actions().contains(action)).isPresent())
                    .isEqualTo(decision.permit());
            assertThat(permitted.flatMap(all -> all.until(Set.of(action)))).isEqualTo(decision.until());
        }
    }

    @Property
    void aPermitIsForAnActionThatExistsOnTheNodesKind(@ForAll Facts facts) {
        NodeKind kind = facts.node().orElseThrow().kind();

        assertThat(Access.of(facts).actions()).allMatch(action -> action.appliesTo(kind));
    }

    @Property
    void whoHoldsNothingMayAtMostSee(@ForAll Facts facts) {
        Facts without = holding(facts, List.of());

        assertThat(actions(asked(without, new Asker(true, false, false)))).isSubsetOf(Action.VIEW);
    }

    @Property
    void moreGrantsNeverLoseAPermit(@ForAll Facts facts, @ForAll HeldRole more) {
        assertThat(actions(facts.with(more))).containsAll(actions(facts));
    }

    /** On a feature set a stronger role may need more on the project: then it sleeps, and giving it is refused. */
    @Property
    void aStrongerRoleNeverLosesAnAction(@ForAll Facts facts, @ForAll HeldRole held, @ForAll Role stronger) {
        Assume.that(stronger.implies(held.role()));
        Assume.that(held.level() != Level.FEATURE_SET
                || stronger.presupposedOnProject() == held.role().presupposedOnProject());
        HeldRole raised = new HeldRole(held.grant(), held.level(), stronger, held.expiresAt(), held.via());

        assertThat(actions(facts.with(raised))).containsAll(actions(facts.with(held)));
    }

    /** Not an editor's: on a project that makes an owner of feature sets, on the workspace it does not. */
    @Property
    void aRoleHeldFurtherUpNeverLosesAnAction(@ForAll Facts facts, @ForAll HeldRole held, @ForAll Level level) {
        Assume.that(held.role() != Role.EDITOR && level.compareTo(held.level()) <= 0);
        HeldRole higher = new HeldRole(held.grant(), level, held.role(), held.expiresAt(), held.via());

        assertThat(actions(facts.with(higher))).containsAll(actions(facts.with(held)));
    }

    @Property
    void whatARoleAllowsOnANodeItAllowsBelowUnlessTheNodeBelowIsSecret(@ForAll Facts facts) {
        NodeFacts node = facts.node().orElseThrow();
        Assume.that(!node.secret() && node.kind() != NodeKind.WORKSPACE);
        Facts plain = asked(facts, new Asker(facts.asker().enabled(), false, false));
        Facts parent = plain.upTo(NodeKind.values()[node.kind().ordinal() - 1]);
        Set<Action> inherited = byRoles(parent);
        inherited.removeIf(action -> !action.appliesTo(node.kind()));

        assertThat(byRoles(plain)).containsAll(inherited);
    }

    @Property
    void rolesAreUnited(@ForAll Facts facts, @ForAll HeldRole one, @ForAll HeldRole other) {
        Facts asked = holding(facts, List.of());
        Set<Action> apart = new HashSet<>(actions(asked.with(one)));
        apart.addAll(actions(asked.with(other)));
        Set<Action> together = actions(asked.with(one).with(other));

        assertThat(together).containsAll(apart);
        if (one.level() != Level.FEATURE_SET && other.level() != Level.FEATURE_SET) {
            assertThat(together).isEqualTo(apart);
        }
    }

    @Property
    void theOrderOfFactsMeansNothing(@ForAll Facts facts, @ForAll Action action, @ForAll Random random) {
        List<HeldRole> shuffled = new ArrayList<>(facts.held());
        Collections.shuffle(shuffled, random);

        assertThat(Decider.decide(question(action, facts), holding(facts, shuffled), true))
                .isEqualTo(Decider.decide(question(action, facts), facts, true));
    }

    @Property
    void anExpiredGrantDecidesLikeNone(@ForAll Facts facts, @ForAll Action action) {
        List<HeldRole> running = facts.held().stream()
                .filter(held -> held.expiresAt().map(NOW::isBefore).orElse(true))
                .toList();
        Decision with = Decider.decide(question(action, facts), facts, true);
        Decision without = Decider.decide(question(action, facts), holding(facts, running), true);

        assertThat(actions(facts)).isEqualTo(actions(holding(facts, running)));
        assertThat(with.until()).isEqualTo(without.until());
        assertThat(with.smallestGrant()).isEqualTo(without.smallestGrant());
    }

    @Property
    void whatADenialSaysToAskForWouldPermitWhereOneSees(@ForAll Facts facts, @ForAll Action action) {
        Decider.decide(question(action, facts), facts, true).ask().ifPresent(ask -> {
            Facts there = facts.upTo(ask.on().kind());
            assertThat(Access.of(there).sees()).isTrue();
            assertThat(Requestable.is(there)).isTrue();
            assertThat(ask.roles()).isNotEmpty().allMatch(role -> Decider.permits(action, facts.with(held(role, ask))));
        });
    }

    private static HeldRole held(Role role, Decision.Ask on) {
        Level level = Level.of(on.on().kind());
        return new HeldRole(new GrantId("asked-for"), level, role, Optional.empty(), Optional.empty());
    }

    @Property
    void whoIsDisabledHasNothing(@ForAll Facts facts) {
        Facts disabled = asked(
                facts, new Asker(false, facts.asker().admin(), facts.asker().breakGlass()));

        assertThat(actions(disabled)).isEmpty();
        assertThat(Access.of(disabled).countingRoles()).isEmpty();
    }

    @Property
    void secrecyNeverAddsAPermit(@ForAll Facts facts, @ForAll boolean project) {
        assertThat(actions(facts))
                .containsAll(actions(secret(facts, project ? NodeKind.PROJECT : NodeKind.FEATURE_SET)));
    }

    @Property
    void secrecyTakesNothingFromOwners(@ForAll Facts facts, @ForAll Level level, @ForAll boolean project) {
        Assume.that(level != Level.FEATURE_SET);
        HeldRole owner = new HeldRole(new GrantId("owner"), level, Role.OWNER, Optional.empty(), Optional.empty());
        Facts owned = holding(facts, List.of(owner));

        assertThat(byRoles(secret(owned, project ? NodeKind.PROJECT : NodeKind.FEATURE_SET)))
                .isEqualTo(byRoles(owned));
    }

    @Property
    void onSecretNodesOnlyOwnersDoAnythingAndAdminsLookOnRecord(@ForAll Facts facts) {
        Assume.that(facts.lineage().stream().anyMatch(NodeFacts::secret));
        Access access = Access.of(facts);

        assertThat(access.countingRoles()).isSubsetOf(Role.OWNER);
        if (access.countingRoles().isEmpty()) {
            boolean glassBroken = facts.asker().enabled() && facts.asker().breakGlass();
            assertThat(access.actions()).isEqualTo(glassBroken ? Set.of(Action.VIEW, Action.VIEW_ACCESS) : Set.of());
        }
    }

    @Property
    void adminPowersAreThreeActionsAndNoneOnWhatIsSecret(@ForAll Facts facts) {
        boolean secret = facts.lineage().stream().anyMatch(NodeFacts::secret);
        Set<Action> added = new HashSet<>(actions(asked(facts, new Asker(true, true, false))));
        added.removeAll(actions(asked(facts, new Asker(true, false, false))));

        assertThat(added).isSubsetOf(secret ? Set.of() : Set.of(Action.VIEW, Action.VIEW_ACCESS, Action.MANAGE_ACCESS));
    }

    @Property
    void breakingTheGlassAddsALookAndOnlyForAdmins(@ForAll Facts facts) {
        Facts careful =
                asked(facts, new Asker(facts.asker().enabled(), facts.asker().admin(), false));
        Set<Action> added = new HashSet<>(actions(careful.breakingGlass()));
        added.removeAll(actions(careful));

        assertThat(actions(careful.breakingGlass())).containsAll(actions(careful));
        assertThat(added)
                .isSubsetOf(facts.asker().admin() ? Set.of(Action.VIEW, Action.VIEW_ACCESS) : Set.<Action>of());
    }

    @Property
    void theDenialAboutANodeThatIsNotSeenIsThatAboutANodeThatIsNotThere(@ForAll Facts facts, @ForAll Action action) {
        Assume.that(!Access.of(facts).sees() && !actions(facts).contains(action));
        Question question = question(action, facts);
        Facts nowhere = new Facts(List.of(), facts.asker(), List.of(), facts.settings(), facts.at());

        assertThat(Decider.decide(question, facts)).isEqualTo(Decider.decide(question, nowhere));
        assertThat(Decider.decide(question, facts)).isEqualTo(Decision.noSuchNode(question));
    }

    @Property
    void aReaderWhoDoesNotSeeTheNodeReadsNoMoreOfADenial(@ForAll Facts facts, @ForAll Action action) {
        Assume.that(!actions(facts).contains(action));
        Question question = question(action, facts);

        assertThat(Decider.decide(question, facts, false)).isEqualTo(Decision.noSuchNode(question));
    }

    @Property
    void theSmallestGrantPermitsAndNothingSmallerDoes(@ForAll Facts facts, @ForAll Action action) {
        Assume.that(!actions(facts).contains(action));
        Optional<SmallestGrant> smallest =
                Decider.decide(question(action, facts), facts, true).smallestGrant();

        assertThat(smallest)
                .isEqualTo(grantsLowestAndWeakestFirst(facts).stream()
                        .filter(grant -> actions(facts.with(imagined(grant))).contains(action))
                        .findFirst());
    }

    @Property
    void thereIsASmallestGrantForEveryActionThatExistsThere(@ForAll Facts facts, @ForAll Action action) {
        Assume.that(facts.asker().enabled() && !actions(facts).contains(action));

        assertThat(Decider.decide(question(action, facts), facts, true)
                        .smallestGrant()
                        .isPresent())
                .isEqualTo(action.appliesTo(facts.node().orElseThrow().kind()));
    }

    @Property
    void aPermitHoldsUntilItsEndAndNoLonger(@ForAll Facts facts, @ForAll Action action) {
        Assume.that(actions(facts).contains(action));
        Optional<Instant> until = Decider.decide(question(action, facts), facts).until();

        facts.held().stream()
                .flatMap(held -> held.expiresAt().stream())
                .filter(NOW::isBefore)
                .forEach(end -> assertThat(Decider.permits(action, facts.at(end)))
                        .as("at %s, permitted until %s", end, until)
                        .isEqualTo(until.map(end::isBefore).orElse(true)));
        until.ifPresent(end ->
                assertThat(Decider.permits(action, facts.at(end.minusNanos(1)))).isTrue());
    }

    private static Question question(Action action, Facts facts) {
        return new Question(
                new PrincipalId("asker"),
                action,
                NodeRef.of(facts.node().orElseThrow().path()));
    }

    private static Set<Action> actions(Facts facts) {
        return Access.of(facts).actions();
    }

    private static Set<Action> byRoles(Facts facts) {
        NodeKind kind = facts.node().orElseThrow().kind();
        Set<Action> actions = EnumSet.noneOf(Action.class);
        Access.of(facts).countingRoles().forEach(role -> actions.addAll(role.actionsOn(kind, facts.settings())));
        return actions;
    }

    private static Facts holding(Facts facts, List<HeldRole> held) {
        return new Facts(facts.lineage(), facts.asker(), held, facts.settings(), facts.at());
    }

    private static Facts asked(Facts facts, Asker by) {
        return new Facts(facts.lineage(), by, facts.held(), facts.settings(), facts.at());
    }

    private static Facts secret(Facts facts, NodeKind kind) {
        List<NodeFacts> lineage = facts.lineage().stream()
                .map(node -> new NodeFacts(node.id(), node.path(), node.secret() || node.kind() == kind, node.locked()))
                .toList();
        return new Facts(lineage, facts.asker(), facts.held(), facts.settings(), facts.at());
    }

    private static List<SmallestGrant> grantsLowestAndWeakestFirst(Facts facts) {
        List<Role> weakestFirst = List.of(
                Role.DATA_READER,
                Role.VIEWER,
                Role.OPERATOR,
                Role.CONSUMER,
                Role.SENSITIVE_CONSUMER,
                Role.EDITOR,
                Role.OWNER);
        List<NodeFacts> lowestFirst = new ArrayList<>(facts.lineage());
        Collections.reverse(lowestFirst);
        return lowestFirst.stream()
                .flatMap(node -> weakestFirst.stream().map(role -> new SmallestGrant(role, node.path())))
                .toList();
    }

    private static HeldRole imagined(SmallestGrant grant) {
        Level level = Level.of(grant.grantedOn().kind());
        return new HeldRole(new GrantId("tried"), level, grant.role(), Optional.empty(), Optional.empty());
    }
}
