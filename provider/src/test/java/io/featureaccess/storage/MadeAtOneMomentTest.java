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

    private static final PageRequest PAGE = PageRequest.ofFirst(100);

    private World world;
    private PrincipalId asker;
    private BulkStore store;

    @Test
    void pages_read_do_not_grow_with_what_was_made_at_the_same_moment() {
        DATABASE.startAnew();
        makeStore();
        growTo(OF_OTHERS);
        makeStore();
        PrincipalId owner = world.user("owner");
        growTo(FEW);
        DATABASE.runInTransaction(entities -> new SqlGrants(entities, world.realm())
                .add(List.of(
                        World.newGrant(owner, Role.OWNER, GrantTarget.node(store.id("store")), Optional.empty()))));
        try (Plans plans = new Plans(DATABASE)) {
            Map<String, Long> few = plans.pages(readings(owner));
            growTo(MANY);
            plans.pages(readings(owner)).forEach((what, pages) -> assertThat(pages)
                    .as("%s first, and of %d nodes %d pages", what, FEW, few.get(what))
                    .isBetween(1L, 2 * few.get(what)));
        }
    }

    private void makeStore() {
        world = new World(DATABASE);
        asker = world.user("asker");
        store = new BulkStore(DATABASE, world.realm(), world.user("maker"));
    }

    /** With ten requests on each feature set, which are not of that moment. */
    private void growTo(int size) {
        store.growTo(size);
        Schema.execute(DATABASE.url(), "UPDATE FA_GRANT SET GRANTED_AT = 0 WHERE REALM_ID = '" + world.realm() + "'");
        store.makePermissions();
        store.askOnEach(asker);
    }

    private Map<String, Consumer<EntityManager>> readings(PrincipalId owner) {
        Map<String, Consumer<EntityManager>> readings = new LinkedHashMap<>();
        for (RequestState state : List.of(RequestState.GRANTED, RequestState.PENDING)) {
            for (RequestOrder order : RequestOrder.values()) {
                RequestFilter filter = RequestFilter.of(Set.of(state), Optional.empty(), state == RequestState.PENDING)
                        .in(order);
                readings.put(state + ", " + order, entities -> assertThat(
                                new SqlRequests(entities, world.realm(), world.adminRole())
                                        .manageable(owner, false, filter, PAGE, World.NOW))
                        .hasSize(PAGE.max()));
            }
        }
        return readings;
    }
}
