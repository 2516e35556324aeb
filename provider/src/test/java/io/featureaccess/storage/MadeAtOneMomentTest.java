package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestOrder;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Of permissions that one import made at one moment, beside those of others, a page is found by ids within the moment, from
 * either end. How many pages of indexes H2 reads its plans do not say.
 */
class MadeAtOneMomentTest {

    private static final TestDatabase DATABASE = TestDatabase.POSTGRESQL;
    private static final int FEW = 1_000;
    private static final int MANY = 20_000;
    private static final int OF_OTHERS = 10_000;

    @Test
    void pages_read_do_not_grow_with_what_was_made_at_the_same_moment() {
        DATABASE.startAnew();
        addOthers();
        People people = People.inNewRealm(DATABASE);
        PrincipalId owner = new PrincipalId(people.user("owner"));
        BulkStore store = new BulkStore(DATABASE, people.realm(), new PrincipalId(people.user("maker")));
        growTo(store, FEW, people);
        DATABASE.runInTransaction(entities -> new SqlGrants(entities, people.realm())
                .add(List.of(
                        World.newGrant(owner, Role.OWNER, GrantTarget.node(store.id("store")), Optional.empty()))));
        Map<String, Consumer<EntityManager>> readings = readings(people, owner);
        try (Plans plans = new Plans(DATABASE)) {
            Map<String, Long> few = plans.pages(readings);
            growTo(store, MANY, people);
            plans.pages(readings).forEach((order, pages) -> assertThat(pages)
                    .as("%s first, and of %d permissions %d pages", order, FEW, few.get(order))
                    .isBetween(1L, 2 * few.get(order)));
        }
    }

    private static void addOthers() {
        People people = People.inNewRealm(DATABASE);
        PrincipalId asker = new PrincipalId(people.user("asker"));
        BulkStore store = new BulkStore(DATABASE, people.realm(), new PrincipalId(people.user("maker")));
        growTo(store, OF_OTHERS, people);
        store.askOnEach(asker);
    }

    private static void growTo(BulkStore store, int size, People people) {
        store.growTo(size);
        Schema.execute(DATABASE.url(), "UPDATE FA_GRANT SET GRANTED_AT = 0 WHERE REALM_ID = '" + people.realm() + "'");
        store.makePermissions();
    }

    private static Map<String, Consumer<EntityManager>> readings(People people, PrincipalId owner) {
        Map<String, Consumer<EntityManager>> readings = new LinkedHashMap<>();
        for (RequestOrder order : RequestOrder.values()) {
            RequestFilter granted = RequestFilter.of(Set.of(RequestState.GRANTED), Optional.empty(), false)
                    .in(order);
            readings.put(order.name(), entities -> assertThat(new SqlRequests(entities, people.realm(), "")
                            .manageable(owner, false, granted, PageRequest.ofFirst(20), World.NOW))
                    .hasSize(20));
        }
        return readings;
    }
}
