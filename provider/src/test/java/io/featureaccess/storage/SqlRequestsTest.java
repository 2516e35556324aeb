package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.application.port.Requests.Located;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Answer;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestOrder;
import io.featureaccess.domain.request.RequestOrigin;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.request.RequestedNode;
import io.featureaccess.domain.request.Terms;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests and permissions in the database: what lists show, and how whatever ends is known to have ended. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlRequestsTest {

    private static final PageRequest PAGE = PageRequest.ofFirst(50);
    private static final Instant DUE = World.NOW.plus(Duration.ofDays(30));
    private static final Instant LATER = World.NOW.plus(Duration.ofDays(7));
    private static final Ending REVOKED = new Ending(
            Ending.Cause.REVOKED,
            Optional.of(new Actor(new PrincipalId("olga"), "olga")),
            World.NOW,
            Optional.of("project over"));

    @Parameter
    TestDatabase database;

    private World world;
    private int asked;
    private Node project;
    private Node featureSet;
    private PrincipalId ann;
    private PrincipalId olga;

    @BeforeEach
    void makeAWorld() {
        world = new World(database);
        world.workspace("w", false, false);
        project = world.project("w/p", false, false);
        featureSet = world.featureSet("w/p/f", false);
        ann = world.user("ann");
        olga = world.user("olga");
        world.grant(olga, Role.OWNER, project);
    }

    @Test
    void a_request_reads_back_as_it_was_made_and_stands_on_both_lists() {
        AccessRequest request = ask(ann, Role.CONSUMER, project, Optional.of(LATER));

        Optional<AccessRequest> found = in(requests -> requests.find(request.id(), World.NOW));
        assertThat(found).contains(request);
        assertThat(mine(ann, RequestState.PENDING)).containsExactly(request);
        assertThat(managed(olga, RequestState.PENDING)).containsExactly(request);
        assertThat(mine(olga, RequestState.PENDING)).isEmpty();
        assertThat(managed(ann, RequestState.PENDING)).isEmpty();
    }

    @Test
    void an_approved_request_is_the_permission_of_its_grant_and_the_grant_has_none_beside() {
        AccessRequest request = ask(ann, Role.CONSUMER, project, Optional.empty());
        Grant grant = World.newGrant(ann, Role.CONSUMER, GrantTarget.node(project.id()), Optional.empty());
        AccessRequest approved = request.approved(answer(), request.terms(), grant.id());
        database.runInTransaction(entities -> {
            requests(entities).update(approved);
            new SqlGrants(entities, world.realm()).add(List.of(grant));
        });

        assertThat(mine(ann, RequestState.GRANTED)).containsExactly(approved);
        assertThat(mine(ann, RequestState.PENDING)).isEmpty();
    }

    @Test
    void a_request_may_become_a_grant_that_was_there_and_both_end_with_it() {
        Grant grant = world.grant(ann, Role.CONSUMER, project);
        AccessRequest request = ask(ann, Role.VIEWER, project, Optional.empty());
        write(requests -> requests.update(request.approved(answer(), request.terms(), grant.id())));
        assertThat(mine(ann, RequestState.GRANTED)).hasSize(2);

        remove(grant);

        assertThat(mine(ann, RequestState.GRANTED)).isEmpty();
        assertThat(mine(ann, RequestState.REVOKED)).hasSize(2).allSatisfy(ended -> assertThat(ended.ending())
                .contains(REVOKED));
    }

    @Test
    void a_grant_is_a_permission_by_the_same_id_until_somebody_takes_it() {
        Grant grant = world.grant(ann, Role.VIEWER, project);
        assertThat(mine(ann, RequestState.GRANTED)).singleElement().satisfies(permission -> {
            assertThat(permission.id().value()).isEqualTo(grant.id().value());
            assertThat(permission.origin()).isEqualTo(RequestOrigin.DIRECT);
            assertThat(permission.principal()).isEqualTo(new Principal(ann, PrincipalType.USER, "ann"));
            assertThat(permission.node()).contains(new RequestedNode(project.id(), project.path()));
            assertThat(permission.reason()).contains("because");
        });

        remove(grant);

        assertThat(mine(ann, RequestState.REVOKED)).singleElement().satisfies(permission -> {
            assertThat(permission.id().value()).isEqualTo(grant.id().value());
            assertThat(permission.ending()).contains(REVOKED);
        });
    }

    @Test
    void a_permission_follows_its_grants_end_and_is_over_at_that_instant() {
        Grant grant = world.grant(ann, Role.VIEWER, project);
        changeEnd(grant.ending(Optional.of(LATER), Optional.empty()), World.NOW);

        assertThat(mine(ann, RequestState.GRANTED))
                .singleElement()
                .satisfies(now -> assertThat(now.terms().expiresAt()).contains(LATER));
        assertThat(mineAt(LATER, ann, RequestState.GRANTED)).isEmpty();
        assertThat(mineAt(LATER, ann, RequestState.EXPIRED)).hasSize(1);
    }

    @Test
    void a_grant_that_ran_out_and_is_given_again_is_another_permission() {
        Grant grant = world.grant(ann, Role.VIEWER, GrantTarget.node(project.id()), Optional.of(LATER));
        Instant after = LATER.plusSeconds(60);
        changeEnd(grant.ending(Optional.empty(), Optional.empty()), after);

        assertThat(mineAt(after, ann, RequestState.EXPIRED)).singleElement().satisfies(ended -> {
            assertThat(ended.id().value()).isEqualTo(grant.id().value());
            assertThat(ended.ending()).map(Ending::at).contains(LATER);
        });
        assertThat(mineAt(after, ann, RequestState.GRANTED)).singleElement().satisfies(again -> assertThat(
                        again.id().value())
                .isNotEqualTo(grant.id().value()));
    }

    @Test
    void what_goes_with_a_removed_user_or_group_is_over_at_once_and_written_down_later() {
        PrincipalId team = world.group("/team");
        world.grant(ann, Role.VIEWER, project);
        world.grant(team, Role.VIEWER, featureSet);
        ask(ann, Role.OWNER, project, Optional.empty());
        world.people().run("DELETE FROM USER_ENTITY WHERE ID = ?1", ann.value());
        world.people().run("DELETE FROM KEYCLOAK_GROUP WHERE ID = ?1", team.value());

        assertThat(names(managed(olga, RequestState.PENDING, RequestState.GRANTED)))
                .containsExactly("olga");
        assertThat(names(managed(olga, RequestState.REVOKED))).containsExactlyInAnyOrder("ann", "/team");
        assertThat(names(managed(olga, RequestState.EXPIRED))).containsExactly("ann");

        assertThat(record(World.NOW)).hasSize(3);
        assertThat(record(World.NOW)).isEmpty();
        assertThat(managed(olga, RequestState.REVOKED, RequestState.EXPIRED))
                .hasSize(3)
                .allSatisfy(ended -> assertThat(ended.ending())
                        .contains(new Ending(
                                Ending.Cause.PRINCIPAL_REMOVED, Optional.empty(), World.NOW, Optional.empty())));
    }

    @Test
    void what_time_ends_is_written_down_as_of_that_instant() {
        ask(ann, Role.OWNER, project, Optional.empty());
        Grant grant = world.grant(ann, Role.VIEWER, GrantTarget.node(project.id()), Optional.of(LATER));
        assertThat(record(DUE.minusMillis(1))).isEmpty();
        assertThat(record(DUE.plusSeconds(5))).extracting(AccessRequest::state).containsExactly(RequestState.EXPIRED);
        database.runInTransaction(entities ->
                new SqlGrantEnds(entities, world.realm()).recorded(Set.of(grant.id()), LATER.plusSeconds(5)));

        assertThat(mineAt(DUE, ann, RequestState.EXPIRED))
                .extracting(ended -> ended.ending().orElseThrow().at())
                .containsExactlyInAnyOrder(LATER, DUE);
    }

    @Test
    void of_two_servers_that_write_down_the_same_end_the_second_is_refused() {
        AccessRequest request = ask(ann, Role.OWNER, project, Optional.empty());
        write(requests -> requests.record(Set.of(request.id()), DUE));

        DomainProblem problem = catchThrowableOfType(
                DomainProblem.class, () -> write(requests -> requests.record(Set.of(request.id()), DUE)));
        assertThat(problem.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE);
    }

    @Test
    void a_request_that_has_lapsed_holds_up_no_other_before_it_is_written_down() {
        AccessRequest lapsed = ask(ann, Role.OWNER, project, Optional.empty());
        AccessRequest again = asking(ann, Role.OWNER, project, Optional.empty(), DUE);
        assertThat(pendingAt(DUE)).isEmpty();
        write(requests -> requests.add(again));

        assertThat(pendingAt(DUE)).contains(again);
        assertThat(record(DUE)).extracting(AccessRequest::id).containsExactly(lapsed.id());
    }

    @Test
    void nobody_has_the_requests_of_service_accounts_that_they_created() {
        PrincipalId robot = world.serviceAccount("robot");
        AccessRequest request = ask(robot, Role.CONSUMER, project, Optional.empty());
        PrincipalId other = world.user("other");
        world.grant(other, Role.OWNER, project);
        world.people()
                .run(
                        "INSERT INTO FA_SERVICE_ACCOUNT (ID, REALM_ID, CLIENT_ID, NAME, DESCRIPTION, CREATED_BY, CREATED_AT)"
                                + " SELECT u.ID, u.REALM_ID, u.SERVICE_ACCOUNT_CLIENT_LINK, 'robot', '', ?1, 0"
                                + " FROM USER_ENTITY u WHERE u.ID = ?2",
                        olga.value(),
                        robot.value());

        assertThat(managed(olga, RequestState.PENDING)).isEmpty();
        assertThat(managed(other, RequestState.PENDING)).containsExactly(request);
    }

    @Test
    void grants_that_were_there_before_there_were_permissions_become_such_as_if_they_had_been() {
        world.group("/division");
        PrincipalId team = world.group("/division/team");
        PrincipalId robot = world.serviceAccount("robot");
        world.grant(team, Role.VIEWER, project);
        world.grant(robot, Role.CONSUMER, featureSet);
        world.grant(ann, Role.OPERATOR, GrantTarget.allWorkspaces(), Optional.empty());
        Grant ended = world.grant(ann, Role.VIEWER, GrantTarget.node(project.id()), Optional.of(LATER));
        database.runInTransaction(
                entities -> new SqlGrantEnds(entities, world.realm()).recorded(Set.of(ended.id()), LATER));
        PrincipalId root = world.user("root");
        world.makeAdmin(root, world.adminRole());
        List<AccessRequest> before = managed(root, RequestState.GRANTED, RequestState.EXPIRED);

        world.people().run("DELETE FROM FA_PERMISSION WHERE REALM_ID = ?1", world.realm());
        world.people().run(Migration.ofGrants() + " WHERE g.REALM_ID = ?1", world.realm());

        assertThat(before).hasSize(5);
        assertThat(managed(root, RequestState.GRANTED, RequestState.EXPIRED)).containsExactlyElementsOf(before);
    }

    @Test
    void what_goes_with_its_node_is_told_to_admins_alone_and_not_where_it_was_secret() {
        Node hidden = world.project("w/hidden", true, false);
        PrincipalId root = world.user("root");
        world.makeAdmin(root, world.adminRole());
        world.grant(ann, Role.VIEWER, project);
        world.grant(ann, Role.OWNER, hidden);
        ask(ann, Role.OWNER, project, Optional.empty());
        database.runInTransaction(entities -> {
            SqlNodes nodes = new SqlNodes(entities, world.realm());
            nodes.delete(project.path(), World.NOW, World.DELETED);
            nodes.delete(hidden.path(), World.NOW, World.DELETED);
        });

        RequestState[] all = RequestState.values();
        assertThat(mine(ann, all)).isEmpty();
        assertThat(managed(olga, all)).isEmpty();
        assertThat(managed(root, all))
                .hasSize(3)
                .allSatisfy(ended -> assertThat(ended.ending()).contains(World.DELETED))
                .extracting(ended -> ended.node().orElseThrow().path())
                .containsOnly(project.path());
        List<Located> throughGlass =
                in(requests -> requests.manageable(root, true, filter(false, all), PAGE, World.NOW));
        assertThat(throughGlass).hasSize(4).filteredOn(Located::secret).hasSize(1);
    }

    @Test
    void what_is_about_a_node_that_became_secret_is_its_owners_alone() {
        AccessRequest request = ask(ann, Role.CONSUMER, featureSet, Optional.empty());
        PrincipalId root = world.user("root");
        world.makeAdmin(root, world.adminRole());
        assertThat(managed(root, RequestState.PENDING)).containsExactly(request);
        world.people()
                .run(
                        "UPDATE FA_NODE SET SECRET = TRUE WHERE ID = ?1",
                        featureSet.id().value());

        assertThat(mine(ann, RequestState.values())).isEmpty();
        assertThat(managed(root, RequestState.PENDING)).isEmpty();
        assertThat(managed(olga, RequestState.PENDING)).containsExactly(request);
    }

    @Test
    void whoever_manages_a_node_by_whatever_way_has_its_requests_and_nobody_their_own() {
        AccessRequest onSet = ask(ann, Role.CONSUMER, featureSet, Optional.empty());
        AccessRequest onProject = ask(ann, Role.CONSUMER, project, Optional.empty());
        PrincipalId editor = world.user("editor");
        world.grant(editor, Role.EDITOR, project);
        PrincipalId setOwner = world.user("set-owner");
        world.grant(setOwner, Role.OWNER, featureSet);
        PrincipalId everywhere = world.user("everywhere");
        world.grant(everywhere, Role.OWNER, GrantTarget.allWorkspaces(), Optional.empty());
        PrincipalId team = world.group("/team");
        world.grant(team, Role.OWNER, world.nodes().get(0));
        PrincipalId member = world.user("member");
        world.join(member, team);

        assertThat(managed(editor, RequestState.PENDING)).containsExactly(onSet);
        assertThat(managed(setOwner, RequestState.PENDING)).isEmpty();
        world.grant(setOwner, Role.CONSUMER, project);
        assertThat(managed(setOwner, RequestState.PENDING)).containsExactly(onSet);
        assertThat(managed(everywhere, RequestState.PENDING)).containsExactly(onSet, onProject);
        assertThat(managed(member, RequestState.PENDING)).containsExactly(onSet, onProject);
        world.grant(ann, Role.OWNER, world.nodes().get(0));
        assertThat(managed(ann, RequestState.PENDING)).isEmpty();
        world.disable(member);
        assertThat(managed(member, RequestState.PENDING)).isEmpty();
    }

    @Test
    void lists_are_filtered_and_paged_oldest_first() {
        List<AccessRequest> made = new ArrayList<>();
        for (Role role : Role.values()) {
            made.add(ask(ann, role, featureSet, Optional.empty()));
        }
        ask(ann, Role.VIEWER, project, Optional.empty());
        RequestFilter onSets = RequestFilter.of(Set.of(RequestState.PENDING), Optional.of(NodeKind.FEATURE_SET), true);
        List<AccessRequest> paged = new ArrayList<>();
        for (int first = 0; first < 9; first += 3) {
            PageRequest page = new PageRequest(first, 3);
            List<AccessRequest> part = in(requests -> requests.of(ann, onSets, page, World.NOW));
            List<AccessRequest> managed =
                    in(requests -> requests.manageable(olga, false, onSets, page, World.NOW)).stream()
                            .map(Located::request)
                            .toList();
            assertThat(managed).isEqualTo(part);
            paged.addAll(part);
        }
        assertThat(paged).isEqualTo(made);
    }

    @Test
    void lists_are_searched_by_path_and_name_and_turned_round() {
        PrincipalId berta = world.user("Berta");
        Node other = world.featureSet("w/p/other", false);
        List<AccessRequest> made = List.of(
                ask(ann, Role.VIEWER, featureSet, Optional.empty()),
                ask(berta, Role.VIEWER, other, Optional.empty()),
                ask(berta, Role.CONSUMER, featureSet, Optional.empty()),
                ask(ann, Role.EDITOR, other, Optional.empty()));
        RequestFilter all = filter(true, RequestState.PENDING);
        RequestFilter newest = all.in(RequestOrder.NEWEST);

        assertThat(managed(olga, all.searching("P/OTH"))).containsExactly(made.get(1), made.get(3));
        assertThat(managed(olga, all.searching("bert"))).containsExactly(made.get(1), made.get(2));
        assertThat(managed(olga, newest.searching("bert"))).containsExactly(made.get(2), made.get(1));
        assertThat(managed(olga, all.searching("%"))).isEmpty();
        assertThat(managed(olga, newest)).containsExactly(made.get(3), made.get(2), made.get(1), made.get(0));
        assertThat(mine(ann, newest)).containsExactly(made.get(3), made.get(0));
        assertThat(mine(ann, all.searching("other"))).containsExactly(made.get(3));
    }

    @Test
    void of_many_at_one_moment_pages_show_each_once() {
        Map<PrincipalId, Long> shown = new HashMap<>();
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            PrincipalId user = world.user("user" + i);
            shown.put(user, 1L);
            grants.add(World.newGrant(user, Role.VIEWER, GrantTarget.node(project.id()), Optional.empty()));
        }
        shown.put(olga, 1L);
        database.runInTransaction(entities -> new SqlGrants(entities, world.realm()).add(grants));
        PrincipalId root = world.user("root");
        world.makeAdmin(root, world.adminRole());

        for (PrincipalId reader : List.of(olga, root)) {
            for (RequestOrder order : RequestOrder.values()) {
                RequestFilter granted = filter(false, RequestState.GRANTED).in(order);
                List<AccessRequest> all = new ArrayList<>();
                for (int first = 0; first < 30; first += 4) {
                    all.addAll(managed(reader, granted, new PageRequest(first, 4)));
                }
                assertThat(all.stream()
                                .collect(Collectors.groupingBy(
                                        one -> one.principal().id(), Collectors.counting())))
                        .isEqualTo(shown);
            }
        }
    }

    @Test
    void who_manages_many_nodes_one_by_one_has_the_same_lists_whether_or_not_a_page_is_found_among_the_first_of_all() {
        PrincipalId pipeline = world.user("pipeline");
        world.grant(pipeline, Role.CONSUMER, project);
        List<AccessRequest> managed = new ArrayList<>();
        List<Node> others = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Node node = world.featureSet("w/p/many" + i, false);
            if (i % 2 == 0) {
                world.grant(pipeline, Role.OWNER, node);
                managed.add(ask(ann, Role.CONSUMER, node, Optional.empty()));
            } else {
                others.add(node);
            }
        }
        assertLists(pipeline, managed);
        askBeforeAndAfter(others);
        assertLists(pipeline, managed);
    }

    private void assertLists(PrincipalId reader, List<AccessRequest> oldestFirst) {
        for (RequestOrder order : RequestOrder.values()) {
            List<AccessRequest> expected = new ArrayList<>(oldestFirst);
            if (order == RequestOrder.NEWEST) {
                Collections.reverse(expected);
            }
            RequestFilter pending = filter(true, RequestState.PENDING).in(order);
            assertThat(managed(reader, pending, new PageRequest(0, 20))).isEqualTo(expected.subList(0, 20));
            assertThat(managed(reader, pending, new PageRequest(50, 20))).isEqualTo(expected.subList(50, 60));
            assertThat(managed(reader, pending.searching("many7"), new PageRequest(0, 20)))
                    .isEqualTo(expected.stream()
                            .filter(one -> path(one).contains("many7"))
                            .toList());
        }
    }

    /** More than are looked at, on nodes that are somebody else's. */
    private void askBeforeAndAfter(List<Node> nodes) {
        String ids = nodes.stream().map(node -> node.id().value()).collect(Collectors.joining("', '", "'", "'"));
        world.people().run("""
                INSERT INTO FA_PERMISSION (ID, REALM_ID, ORIGIN, NODE_ID, NODE_PATH, KIND, WORKSPACE_ID, PROJECT_ID, SECRET,
                    PRINCIPAL_ID, PRINCIPAL_TYPE, PRINCIPAL_NAME, USER_ID, ASKED_ROLE, ROLE, REASON, CREATED_AT, STATE, ENDS_AT)
                SELECT SUBSTRING(n.ID, 1, 31) || '-' || k.NUM || '-' || l.NUM, n.REALM_ID, 'request', n.ID, n.PATH, n.KIND,
                    n.WORKSPACE_ID, n.PROJECT_ID, FALSE, ?1, 'user', 'ann', ?1, 'editor', 'editor', 'to try',
                    k.NUM * 9000000000000000, 'pending', 9000000000000000
                FROM FA_NODE n CROSS JOIN UNNEST(ARRAY[0, 1]) AS k (NUM)
                CROSS JOIN UNNEST(ARRAY[10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29]) AS l (NUM)
                WHERE n.ID IN (%s)
                """.formatted(ids), ann.value());
    }

    private static String path(AccessRequest request) {
        return request.node().orElseThrow().path().toString();
    }

    @Test
    void of_two_requests_for_the_same_the_second_is_refused_by_the_database_itself() {
        AccessRequest first = ask(ann, Role.CONSUMER, project, Optional.empty());
        Optional<AccessRequest> pending = in(requests -> requests.pending(project.id(), ann, Role.CONSUMER, World.NOW));
        assertThat(pending).contains(first);
        DomainProblem problem =
                catchThrowableOfType(DomainProblem.class, () -> ask(ann, Role.CONSUMER, project, Optional.empty()));
        assertThat(problem.code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE);
        write(requests -> requests.update(first.rejected(answer())));
        ask(ann, Role.CONSUMER, project, Optional.empty());
        assertThat(mine(ann, RequestState.REJECTED)).containsExactly(first.rejected(answer()));
    }

    private AccessRequest ask(PrincipalId who, Role role, Node on, Optional<Instant> until) {
        AccessRequest request = asking(who, role, on, until, World.NOW.minusSeconds(3600));
        write(requests -> requests.add(request));
        return request;
    }

    private AccessRequest asking(PrincipalId who, Role role, Node on, Optional<Instant> until, Instant at) {
        Principal asker = database.inTransaction(entities ->
                new SqlDirectory(entities, world.realm(), "").find(Set.of(who)).get(who));
        return AccessRequest.asked(
                new RequestedNode(on.id(), on.path()),
                asker,
                new Terms(role, until),
                "to try",
                at.plusMillis(asked++),
                at.isBefore(DUE) ? DUE : at.plus(Duration.ofDays(30)));
    }

    private Optional<AccessRequest> pendingAt(Instant at) {
        return in(requests -> requests.pending(project.id(), ann, Role.OWNER, at));
    }

    private static Answer answer() {
        return new Answer(new Actor(new PrincipalId("olga"), "olga"), World.NOW, Optional.of("fine"));
    }

    private void remove(Grant grant) {
        database.runInTransaction(
                entities -> new SqlGrants(entities, world.realm()).remove(Set.of(grant.id()), REVOKED));
    }

    private void changeEnd(Grant grant, Instant at) {
        database.runInTransaction(entities -> new SqlGrants(entities, world.realm()).changeEnds(List.of(grant), at));
    }

    private List<AccessRequest> record(Instant at) {
        return in(requests -> {
            List<AccessRequest> ended =
                    requests.unrecorded(at, 50).stream().map(Located::request).toList();
            requests.record(ended.stream().map(AccessRequest::id).collect(Collectors.toSet()), at);
            return ended;
        });
    }

    private List<AccessRequest> mine(PrincipalId who, RequestState... states) {
        return mineAt(World.NOW, who, states);
    }

    private List<AccessRequest> mineAt(Instant at, PrincipalId who, RequestState... states) {
        return in(requests -> requests.of(who, filter(false, states), PAGE, at));
    }

    private List<AccessRequest> managed(PrincipalId who, RequestState... states) {
        boolean askedFor = states.length == 1 && states[0] == RequestState.PENDING;
        return managed(who, filter(askedFor, states));
    }

    private List<AccessRequest> managed(PrincipalId who, RequestFilter filter) {
        return managed(who, filter, PAGE);
    }

    private List<AccessRequest> managed(PrincipalId who, RequestFilter filter, PageRequest page) {
        return in(requests -> requests.manageable(who, false, filter, page, World.NOW)).stream()
                .map(Located::request)
                .toList();
    }

    private List<AccessRequest> mine(PrincipalId who, RequestFilter filter) {
        return in(requests -> requests.of(who, filter, PAGE, World.NOW));
    }

    private static List<String> names(List<AccessRequest> requests) {
        return requests.stream().map(request -> request.principal().name()).toList();
    }

    private static RequestFilter filter(boolean askedFor, RequestState... states) {
        return RequestFilter.of(Set.copyOf(Arrays.asList(states)), Optional.empty(), askedFor);
    }

    private <T> T in(Function<SqlRequests, T> work) {
        return database.inTransaction(entities -> work.apply(requests(entities)));
    }

    private void write(Consumer<SqlRequests> work) {
        database.runInTransaction(entities -> work.accept(requests(entities)));
    }

    private SqlRequests requests(EntityManager entities) {
        return new SqlRequests(entities, world.realm(), world.adminRole());
    }
}
