package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A decision and a page go through as many rows in a store of twenty thousand feature sets as in one of two thousand. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class StatementCostTest {

    private static final Instant NOW = World.NOW;
    private static final int SMALL = 2_000;
    private static final int LARGE = 20_000;
    /** Ten requests on each. */
    private static final int WAITING = 10 * LARGE;
    /** Below it databases differ by what they find cheaper in a small table. */
    private static final long NOISE = 500;

    /** By whoever owns each feature set by a grant of its own: as many as there are, gone through for each of many subqueries. */
    private static final String ONE_BY_ONE = "with a grant on each one: ";

    private static final PageRequest PAGE = PageRequest.ofFirst(20);

    @Parameter
    TestDatabase database;

    private String realm;
    private String adminRole;
    private PrincipalId maker;
    private PrincipalId reader;
    private PrincipalId consumer;
    private PrincipalId admin;
    private RequestReadings requests;
    private BulkStore store;

    @Test
    void rows_read_do_not_grow_with_the_store() {
        makePeople();
        grow(SMALL);
        giveGrants();
        try (Plans plans = new Plans(database)) {
            Map<String, Long> small = plans.rows(readings());
            grow(LARGE);
            Map<String, Long> large = plans.rows(readings());
            SoftAssertions.assertSoftly(softly -> large.forEach((what, rows) -> softly.assertThat(rows)
                    .as("%s, and of %d feature sets %d rows", what, SMALL, small.get(what))
                    .isGreaterThanOrEqualTo(what.equals(RequestReadings.NOTHING_TO_RECORD) ? 0 : 1)
                    .isLessThan(most(what, small.get(what)))));
        }
    }

    /** Who holds a grant on each feature set has them gone through some times; nobody else has anything that grows. */
    private long most(String what, long ofSmall) {
        if (what.startsWith(ONE_BY_ONE)) {
            return 50 * LARGE;
        }
        if (what.contains(RequestReadings.OWNER_OF_EACH)) {
            return 6 * LARGE;
        }
        if (what.contains(RequestReadings.OWNER_OF_SIXTY)) {
            return WAITING / 5;
        }
        return Math.min(2 * ofSmall + NOISE, requests.all().containsKey(what) ? WAITING / 5 : LARGE / 2);
    }

    private void grow(int featureSets) {
        store.growTo(featureSets);
        requests.fill(store);
    }

    private void makePeople() {
        People people = People.inNewRealm(database);
        realm = people.realm();
        adminRole = people.role("admin");
        maker = new PrincipalId(people.user("maker"));
        consumer = new PrincipalId(people.user("consumer"));
        reader = new PrincipalId(people.user("reader"));
        admin = new PrincipalId(people.user("admin"));
        people.giveUser(admin.value(), adminRole);
        String team = people.group("team");
        people.join(reader.value(), people.subgroup(team, "part"));
        requests = new RequestReadings(people, adminRole);
        store = new BulkStore(database, realm, maker, requests.ownerOfEach());
        groupOfReader = new PrincipalId(team);
    }

    private PrincipalId groupOfReader;

    private void giveGrants() {
        List<Grant> grants = new ArrayList<>(requests.grants(store));
        grants.add(grant(consumer, Role.CONSUMER, "store"));
        grants.add(grant(groupOfReader, Role.DATA_READER, "store/p0"));
        for (int i = 0; i < 40; i++) {
            grants.add(grant(reader, Role.DATA_READER, BulkStore.featureSet(i).toString()));
        }
        database.runInTransaction(entities -> new SqlGrants(entities, realm).add(grants));
    }

    private Grant grant(PrincipalId principal, Role role, String path) {
        return World.newGrant(principal, role, GrantTarget.node(store.id(path)), Optional.empty());
    }

    private Map<String, Consumer<EntityManager>> readings() {
        Map<String, Consumer<EntityManager>> readings = new LinkedHashMap<>();
        NodePath seven = BulkStore.featureSet(7);
        readings.put("facts by path", entities -> facts(entities, reader, Set.of(NodeRef.of(seven))));
        readings.put("facts by id", entities -> facts(entities, reader, Set.of(NodeRef.of(id(seven)))));
        readings.put("facts about the maker of all", entities -> facts(entities, maker, Set.of(NodeRef.of(seven))));
        readings.put("facts about many", entities -> facts(entities, reader, many()));
        readings.put("permitted by a few grants", entities -> permitted(entities, reader, Optional.empty()));
        readings.put("permitted from above", entities -> permitted(entities, consumer, Optional.of(Action.VIEW)));
        readings.put("permitted of any kind by a few grants", entities -> permittedOfAnyKind(entities, reader));
        readings.put("permitted of any kind from above", entities -> permittedOfAnyKind(entities, consumer));
        readings.put("seen feature sets", entities -> visible(entities, reader, "store/p0"));
        readings.put("seen projects", entities -> visible(entities, consumer, "store"));
        readings.put("seen workspaces", entities -> lists(entities)
                .visible(reader, Optional.empty(), false, Optional.empty(), PAGE, NOW));
        List.of("f1", "the f1", "store/p0/").forEach(text -> {
            readings.put("found where all is open: " + text, entities -> found(entities, reader, text));
            readings.put("found from above: " + text, entities -> closed(entities, consumer, text, PAGE.max()));
            readings.put("found by an admin: " + text, entities -> closed(entities, admin, text, PAGE.max()));
            readings.put("found where all is hidden: " + text, entities -> closed(entities, reader, text, 0));
        });
        PrincipalId each = requests.ownerOfEach();
        readings.put(ONE_BY_ONE + "found", entities -> found(entities, each, "f1"));
        readings.put("grants on a node", entities -> grants(entities).on(GrantTarget.node(id(seven)), PAGE));
        readings.put("last owner", entities -> grants(entities).ownedWithout(id(seven), Set.of()));
        readings.put("held grants", entities -> grants(entities).heldBy(reader, consumer, false, PAGE, NOW));
        readings.putAll(requests.all());
        readings.put("orphans", entities -> lists(entities).orphans(false, PAGE, NOW));
        return readings;
    }

    private void facts(EntityManager entities, PrincipalId principal, Set<NodeRef> nodes) {
        new SqlFactsReader(entities, realm, adminRole).read(Set.of(principal), nodes, NOW);
    }

    private static Set<NodeRef> many() {
        Set<NodeRef> many = new LinkedHashSet<>();
        for (int i = 0; i < 20; i++) {
            many.add(NodeRef.of(BulkStore.featureSet(i)));
        }
        return many;
    }

    private void permitted(EntityManager entities, PrincipalId principal, Optional<Action> action) {
        Optional<NodeKind> featureSets = Optional.of(NodeKind.FEATURE_SET);
        assertThat(lists(entities).permitted(principal, action, featureSets, Optional.empty(), PAGE, NOW))
                .hasSize(PAGE.max());
    }

    private void permittedOfAnyKind(EntityManager entities, PrincipalId principal) {
        assertThat(lists(entities)
                        .permitted(principal, Optional.empty(), Optional.empty(), Optional.empty(), PAGE, NOW))
                .hasSize(PAGE.max());
    }

    private void visible(EntityManager entities, PrincipalId principal, String below) {
        lists(entities).visible(principal, Optional.of(store.id(below)), false, Optional.empty(), PAGE, NOW);
    }

    private int found(EntityManager entities, PrincipalId who, String text) {
        return lists(entities)
                .found(who, new NodeSearch(text), false, PAGE, NOW)
                .size();
    }

    /** While the workspace is locked. */
    private void closed(EntityManager entities, PrincipalId who, String text, int expected) {
        lock(entities, true);
        assertThat(found(entities, who, text)).isEqualTo(expected);
        lock(entities, false);
    }

    private void lock(EntityManager entities, boolean locked) {
        entities.createNativeQuery("UPDATE FA_NODE SET LOCKED = :locked WHERE REALM_ID = :realm AND PATH = 'store'")
                .setParameter("locked", locked)
                .setParameter("realm", realm)
                .executeUpdate();
    }

    private SqlNodeLists lists(EntityManager entities) {
        return new SqlNodeLists(entities, realm, adminRole);
    }

    private SqlGrants grants(EntityManager entities) {
        return new SqlGrants(entities, realm);
    }

    private NodeId id(NodePath path) {
        return store.id(path.toString());
    }
}
