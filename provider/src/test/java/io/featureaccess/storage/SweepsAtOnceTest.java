package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.expiry.RecordEnds;
import io.featureaccess.application.expiry.RecordRequestEnds;
import io.featureaccess.application.port.GrantEnds;
import io.featureaccess.application.port.Outbox;
import io.featureaccess.application.port.Requests;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.RequestedNode;
import io.featureaccess.domain.request.Terms;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.Micros;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers of a cluster find the same ends at the same time: they are on record once, and told once. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SweepsAtOnceTest {

    private static final Instant END = World.NOW.plus(Duration.ofDays(7));
    private static final Clock LATER = Clock.fixed(END.plusSeconds(1), ZoneOffset.UTC);

    @Parameter
    TestDatabase database;

    private World world;
    private Node project;
    private PrincipalId ann;

    @BeforeEach
    void aProject() {
        world = new World(database);
        world.workspace("w", false, false);
        project = world.project("w/p", false, false);
        ann = world.user("ann");
    }

    @Test
    void grants_that_ran_out() throws Exception {
        for (Role role : List.of(Role.VIEWER, Role.CONSUMER, Role.EDITOR)) {
            world.grant(ann, role, GrantTarget.node(project.id()), Optional.of(END));
        }

        assertThat(atOnce(this::sweepGrants)).containsExactlyInAnyOrder(true, false);

        assertRecordedOnce("grant-expired");
    }

    private void sweepGrants(CyclicBarrier found) {
        new RecordEnds(
                        transactions(entities -> new RecordEnds.Desk(
                                stopping(GrantEnds.class, new SqlGrantEnds(entities, world.realm()), found),
                                trail(entities),
                                outbox(entities))),
                        LATER)
                .run();
    }

    @Test
    void requests_that_nobody_answered() throws Exception {
        for (Role role : List.of(Role.VIEWER, Role.CONSUMER, Role.EDITOR)) {
            AccessRequest request = AccessRequest.asked(
                    new RequestedNode(project.id(), project.path()),
                    new Principal(ann, PrincipalType.USER, "ann"),
                    new Terms(role, Optional.empty()),
                    "to try",
                    World.NOW,
                    END);
            database.runInTransaction(entities -> requests(entities).add(request));
        }

        assertThat(atOnce(this::sweepRequests)).containsExactlyInAnyOrder(true, false);

        assertRecordedOnce("request-expired");
    }

    private void sweepRequests(CyclicBarrier found) {
        new RecordRequestEnds(
                        transactions(entities -> new RecordRequestEnds.Desk(
                                stopping(Requests.class, requests(entities), found),
                                trail(entities),
                                outbox(entities))),
                        LATER)
                .run();
    }

    /** Of two that sweep, which came to its end. */
    private List<Boolean> atOnce(Consumer<CyclicBarrier> sweep) throws Exception {
        CyclicBarrier found = new CyclicBarrier(2);
        ExecutorService servers = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> server = () -> {
                try {
                    sweep.accept(found);
                    return true;
                } catch (DomainProblem problem) {
                    assertThat(problem.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE);
                    return false;
                }
            };
            List<Boolean> ended = new ArrayList<>();
            for (Future<Boolean> each : servers.invokeAll(List.of(server, server))) {
                ended.add(each.get());
            }
            return ended;
        } finally {
            servers.shutdownNow();
        }
    }

    /** A port that goes on after what is due was found only when both servers have found it. */
    private static <T> T stopping(Class<T> type, T port, CyclicBarrier found) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                Object answer = method.invoke(port, args);
                if (method.getName().equals("unrecorded")) {
                    found.await(20, TimeUnit.SECONDS);
                }
                return answer;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }));
    }

    private void assertRecordedOnce(String change) {
        assertThat(count("FA_AUDIT", "CHANGE_TYPE = '" + change + "'")).isEqualTo(3);
        assertThat(count("FA_OUTBOX", "NODE_ID IS NOT NULL")).isEqualTo(3);
        assertThat(count("FA_PERMISSION", "STATE = 'expired' AND ENDED_AT = " + Micros.of(END)))
                .isEqualTo(3);
    }

    private long count(String table, String which) {
        return database.inTransaction(entities -> ((Number) entities.createNativeQuery(
                                "SELECT COUNT(*) FROM " + table + " WHERE REALM_ID = ?1 AND " + which)
                        .setParameter(1, world.realm())
                        .getSingleResult())
                .longValue());
    }

    private <P> Transactions<P> transactions(Function<EntityManager, P> ports) {
        return new Transactions<>() {
            @Override
            public <T> T run(Function<P, T> work) {
                return database.inTransaction(entities -> work.apply(ports.apply(entities)));
            }
        };
    }

    private SqlRequests requests(EntityManager entities) {
        return new SqlRequests(entities, world.realm(), world.adminRole());
    }

    private AuditTrail trail(EntityManager entities) {
        return new AuditTrail(new SqlAuditLog(entities, world.realm(), LATER), rows -> {}, LATER);
    }

    private Outbox outbox(EntityManager entities) {
        return new SqlOutbox(entities, world.realm(), LATER);
    }
}
