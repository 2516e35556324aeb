package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestOrder;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Those who read pages of requests and permissions in a bulk store, by whatever grants they manage what they read. */
final class RequestReadings {

    /** In the names of what is read by whoever owns each feature set by a grant of its own. */
    static final String OWNER_OF_EACH = "the owner of each one";

    /** By as many grants: whether their page is among the first of the realm is chance, since ids are. */
    static final String OWNER_OF_SIXTY = "the owner of sixty";

    /** What a sweep finds: PostgreSQL has an index with nothing in it, and so reads nothing. */
    static final String NOTHING_TO_RECORD = "ends that are not on record";

    private static final int OWNED = 60;

    private static final PageRequest PAGE = PageRequest.ofFirst(20);
    private static final RequestFilter PENDING = filter(true, RequestState.PENDING);
    private static final RequestFilter GRANTED = filter(false, RequestState.GRANTED);
    private static final RequestFilter ALL = filter(false, RequestState.values());

    private final String realm;
    private final String adminRole;
    private final PrincipalId asker;
    private final PrincipalId nobody;
    private final PrincipalId projectOwner;
    private final PrincipalId workspaceOwner;
    private final PrincipalId ownerOfEach;
    private final PrincipalId ownerOfSixty;
    private final PrincipalId admin;

    RequestReadings(People people, String adminRole) {
        this.realm = people.realm();
        this.adminRole = adminRole;
        this.asker = new PrincipalId(people.user("asker"));
        this.nobody = new PrincipalId(people.user("nobody"));
        this.projectOwner = new PrincipalId(people.user("project-owner"));
        this.workspaceOwner = new PrincipalId(people.user("workspace-owner"));
        this.ownerOfEach = new PrincipalId(people.user("pipeline"));
        this.ownerOfSixty = new PrincipalId(people.user("owner-of-sixty"));
        this.admin = new PrincipalId(people.user("answering-admin"));
        people.giveUser(admin.value(), adminRole);
    }

    /** Owns each feature set by a grant of its own, as a pipeline that made them all. */
    PrincipalId ownerOfEach() {
        return ownerOfEach;
    }

    /** Has all feature sets asked for, and permissions made of the grants that there are. */
    void fill(BulkStore store) {
        store.askOnEach(asker);
        store.makePermissions();
    }

    List<Grant> grants(BulkStore store) {
        List<Grant> grants = new ArrayList<>();
        grants.add(grant(store, nobody, Role.EDITOR, "store"));
        grants.add(grant(store, projectOwner, Role.OWNER, "store/p1"));
        grants.add(grant(store, workspaceOwner, Role.OWNER, "store"));
        grants.add(grant(store, ownerOfEach, Role.CONSUMER, "store"));
        grants.add(grant(store, ownerOfSixty, Role.CONSUMER, "store"));
        for (int i = 0; i < OWNED; i++) {
            grants.add(grant(
                    store, ownerOfSixty, Role.OWNER, BulkStore.featureSet(i).toString()));
        }
        return grants;
    }

    private static Grant grant(BulkStore store, PrincipalId principal, Role role, String path) {
        return World.newGrant(principal, role, GrantTarget.node(store.id(path)), Optional.empty());
    }

    /** What is read, by its name; each finds as many as there must be. */
    Map<String, Consumer<EntityManager>> all() {
        Map<String, Consumer<EntityManager>> readings = new LinkedHashMap<>();
        RequestFilter onProjects = RequestFilter.of(PENDING.states(), Optional.of(NodeKind.PROJECT), true);
        Map.of(
                        "a project's owner",
                        projectOwner,
                        "a workspace's owner",
                        workspaceOwner,
                        OWNER_OF_EACH,
                        ownerOfEach,
                        OWNER_OF_SIXTY,
                        ownerOfSixty,
                        "an admin",
                        admin)
                .forEach((who, reader) -> {
                    readings.put("requests for " + who, managed(reader, PENDING, 20));
                    readings.put("newest for " + who, managed(reader, PENDING.in(RequestOrder.NEWEST), 20));
                    readings.put("found for " + who, managed(reader, PENDING.searching("ASK"), 20));
                    readings.put("on projects, for " + who, managed(reader, onProjects, 0));
                    readings.put("permissions for " + who, managed(reader, GRANTED, 20));
                });
        readings.put("requests for who may answer none", managed(nobody, PENDING, 0));
        readings.put("own requests", own(asker, PENDING, 20));
        readings.put("own requests of who never asked", own(ownerOfEach, PENDING, 0));
        readings.put("own permissions", own(ownerOfEach, GRANTED, 20));
        readings.put("newest of one's own", own(ownerOfEach, GRANTED.in(RequestOrder.NEWEST), 20));
        readings.put("all of one's own", own(ownerOfEach, ALL, 20));
        readings.put("ends that are not on record", reading(0, requests -> requests.unrecorded(World.NOW, 100)
                .size()));
        return readings;
    }

    private Consumer<EntityManager> managed(PrincipalId who, RequestFilter filter, int size) {
        return reading(size, requests -> requests.manageable(who, false, filter, PAGE, World.NOW)
                .size());
    }

    private Consumer<EntityManager> own(PrincipalId who, RequestFilter filter, int size) {
        return reading(
                size, requests -> requests.of(who, filter, PAGE, World.NOW).size());
    }

    private Consumer<EntityManager> reading(int size, ToIntFunction<SqlRequests> reading) {
        return entities -> assertThat(reading.applyAsInt(new SqlRequests(entities, realm, adminRole)))
                .isEqualTo(size);
    }

    private static RequestFilter filter(boolean askedFor, RequestState... states) {
        return RequestFilter.of(Set.of(states), Optional.empty(), askedFor);
    }
}
