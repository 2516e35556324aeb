package io.featureaccess.application.rules;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.application.port.AccountTypes;
import io.featureaccess.application.port.GroupRegister;
import io.featureaccess.application.port.Memberships;
import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.Holding;
import io.featureaccess.domain.rule.Plan;
import io.featureaccess.domain.rule.RuleLogin;
import io.featureaccess.domain.rule.RuleMapper;
import io.featureaccess.domain.rule.Ruling;
import io.featureaccess.domain.rule.Standing;
import io.featureaccess.matching.JsonRules;
import io.featureaccess.matching.Re2Patterns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Logins by one realm's identity providers, in memory. */
final class RuleDesk implements RuleHoldings, Memberships, GroupRegister, AccountTypes {

    final FakeRealm realm = new FakeRealm();
    final Set<PrincipalId> powerful = new HashSet<>();
    /** Groups that the directory lets nobody join or leave. */
    final Set<PrincipalId> kept = new HashSet<>();
    /** Mappers that were removed. */
    final Set<String> gone = new HashSet<>();
    /** How often somebody else makes the same groups at the same moment. */
    int collisions;

    boolean stored = true;
    private final Map<PrincipalId, Set<String>> groupSources = new HashMap<>();
    private final Set<String> adminSources = new HashSet<>();

    private final Transactions<MakeGroups> making = new Transactions<>() {
        @Override
        public <T> T run(Function<MakeGroups, T> work) {
            if (collisions-- > 0) {
                throw DomainProblem.changedMeanwhile();
            }
            return work.apply(new MakeGroups(realm.directory(), RuleDesk.this, powerful::contains, realm.trail()));
        }
    };

    /** Logs alice in, whose attributes these are; answers what could not be done. */
    List<String> login(String mapper, String rules, Map<String, List<String>> attributes) {
        RuleTargets targets = new RuleTargets(realm.directory(), making);
        Ruling ruling = new ConsultRules(new JsonRules(new Re2Patterns()), targets)
                .consult(rules.replace('\'', '"'), name -> attributes.getOrDefault(name, List.of()));
        return new ApplyRules(
                        targets,
                        new Gifts(this, this, this, powerful::contains),
                        new RuleRecord(realm.directory(), realm.trail()))
                .apply(
                        new RuleLogin(alice(), new RuleMapper(mapper, "rules of " + mapper, "corporate"), "192.0.2.1"),
                        ruling);
    }

    List<String> login(String rules, String... values) {
        return login("m", rules, Map.of("g", List.of(values)));
    }

    Principal alice() {
        return realm.user("alice");
    }

    List<String> groups() {
        return realm.directory().groupsOf(alice().id());
    }

    boolean isAdmin() {
        return realm.directory().isAdmin(alice().id());
    }

    @Override
    public Standing of(PrincipalId user) {
        Map<PrincipalId, Holding> held = new HashMap<>();
        groups().forEach(path -> {
            PrincipalId group = realm.group(path).id();
            held.put(group, new Holding(true, groupSources.getOrDefault(group, Set.of())));
        });
        Set<String> removed = new HashSet<>(gone);
        return new Standing(held, new Holding(isAdmin(), isAdmin() ? adminSources : Set.of()), removed);
    }

    @Override
    public boolean lock(PrincipalId user) {
        return stored;
    }

    @Override
    public void record(PrincipalId user, Plan plan) {
        plan.groups().forEach((group, step) -> groupSources.put(group, step.after()));
        if (plan.changesAdmin()) {
            adminSources.clear();
            adminSources.addAll(plan.admin().after());
        }
    }

    @Override
    public boolean keepByHand(PrincipalId user, PrincipalId group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean keepAdminByHand(PrincipalId user) {
        throw new UnsupportedOperationException();
    }

    private Principal group(PrincipalId id) {
        if (kept.contains(id)) {
            throw DomainProblem.forbidden("the directory keeps it");
        }
        return realm.directory().find(Set.of(id)).get(id);
    }

    @Override
    public void join(PrincipalId user, PrincipalId group) {
        realm.directory().join(alice(), group(group));
    }

    @Override
    public void leave(PrincipalId user, PrincipalId group) {
        realm.directory().leave(alice(), group(group));
    }

    @Override
    public void makeAdmin(PrincipalId id) {
        realm.directory().makeAdmin(id);
    }

    @Override
    public boolean keepAdmin(PrincipalId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void makePrincipal(PrincipalId id) {
        realm.directory().makePrincipal(id);
    }

    @Override
    public PrincipalId add(String name, Optional<PrincipalId> parent) {
        String above = parent.map(
                        id -> realm.directory().find(Set.of(id)).get(id).name())
                .orElse("");
        return realm.group(above + "/" + name).id();
    }

    @Override
    public void rename(PrincipalId id, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void move(PrincipalId id, Optional<PrincipalId> parent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(PrincipalId id) {
        throw new UnsupportedOperationException();
    }
}
