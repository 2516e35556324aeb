package io.featureaccess.application;

import io.featureaccess.application.fake.FakeOutbox;
import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The use cases about grants over one realm in memory, by paths and references as text; {@code *} is all workspaces. */
final class GrantDesk {

    final FakeRealm realm = new FakeRealm();
    final FakeOutbox outbox = new FakeOutbox();
    private final GrantSites sites = new GrantSites(realm.gate(), realm.nodes(), realm.grants(), realm.directory());
    private final DescribeGrants describe = new DescribeGrants(realm.directory(), realm.facts(), realm.clock());
    private final Principals principals = new Principals(realm.directory());
    private final GrantRules rules = new GrantRules(realm.directory(), realm.facts(), realm.grants(), realm.clock());
    private final GrantLedger ledger = new GrantLedger(
            realm.grants(), realm.trail(), new OpenedSecrets(realm.nodes(), realm.trail()), outbox, realm.clock());

    List<DescribedGrant> give(Caller caller, String on, WantedGrant... wanted) {
        return new GiveGrants(sites, principals, rules, ledger, describe).give(caller, place(on), List.of(wanted));
    }

    void take(Caller caller, String on, String reference, Role... roles) {
        new TakeGrants(sites, principals, ledger)
                .take(caller, place(on), List.of(PrincipalRef.parse(reference)), Set.of(roles));
    }

    void takeAll(Caller caller, String on, List<PrincipalRef> references) {
        new TakeGrants(sites, principals, ledger).take(caller, place(on), references, Set.of());
    }

    List<DescribedGrant> list(Caller caller, String on) {
        return new ListGrants(sites, realm.grants(), describe)
                .list(caller, place(on), PageRequest.ofFirst(PageRequest.USUAL))
                .items();
    }

    static WantedGrant wanted(String principal, Role role) {
        return wanted(principal, role, Optional.empty(), Optional.empty(), false);
    }

    static WantedGrant until(String principal, Role role, Instant end) {
        return wanted(principal, role, Optional.of(end), Optional.empty(), false);
    }

    static WantedGrant because(String principal, Role role, String reason) {
        return wanted(principal, role, Optional.empty(), Optional.of(reason), false);
    }

    static WantedGrant replacing(String principal, Role role) {
        return wanted(principal, role, Optional.empty(), Optional.empty(), true);
    }

    static WantedGrant wanted(
            String principal, Role role, Optional<Instant> end, Optional<String> reason, boolean replace) {
        return new WantedGrant(PrincipalRef.parse(principal), Optional.empty(), role, end, reason, replace);
    }

    /** The grants on a place as {@code name role}, with {@code until} where they end, in alphabetical order. */
    List<String> held(String on) {
        GrantTarget target = on.equals("*")
                ? GrantTarget.allWorkspaces()
                : GrantTarget.node(realm.at(on).id());
        return realm.grants().all().stream()
                .filter(grant -> grant.target().equals(target))
                .map(this::line)
                .sorted()
                .toList();
    }

    private String line(Grant grant) {
        String name = realm.directory()
                .find(Set.of(grant.principal()))
                .get(grant.principal())
                .name();
        return name + " " + grant.role().id()
                + grant.expiresAt().map(end -> " until " + end).orElse("");
    }

    static GrantPlace place(String on) {
        return on.equals("*") ? GrantPlace.allWorkspaces() : GrantPlace.node(ref(on));
    }

    static NodeRef ref(String path) {
        return NodeRef.of(NodePath.parse(path));
    }

    static List<PrincipalRef> references(String... texts) {
        return Arrays.stream(texts).map(PrincipalRef::parse).toList();
    }
}
