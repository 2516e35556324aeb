package io.featureaccess.it.people;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two tables of platform management and of access control, every cell of them: {@code x} is tried and done, a blank is
 * tried and refused. A role is held on one workspace, and by somebody else on all of them, which must be the same.
 */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformTableIT {

    private static final List<String> ROLES = List.of("owner", "editor", "consumer", "operator", "viewer");
    private static final Map<String, String> NEW_ADMIN = Map.of("accountType", "admin");

    private TestRealm realm;
    private FeatureAccessApi ada;
    private final Map<String, FeatureAccessApi> callers = new HashMap<>();
    private final Map<String, Predicate<String>> deeds = Map.ofEntries(
            entry("create a live workspace", who -> workspace(who, "live")),
            entry("create a dev workspace", who -> workspace(who, "dev")),
            entry("invite a user", who -> done(as(who).post("users", Map.of("email", fresh() + "@example.com")))),
            entry("send an invitation again", who -> done(as(who).post(invited() + "/invitation", null))),
            entry("delete an invitation", who -> done(as(who).delete(invited() + "/invitation"))),
            entry("view all users", this::viewsAllUsers),
            entry("remove a user", who -> done(as(who).delete("users/user:" + person()))),
            entry("create a service account", who -> done(serviceAccount(who))),
            entry("change one's own service account", who -> done(change(who, made(who)))),
            entry("change another's service account", who -> done(change(who, made("pete")))),
            entry("deactivate and delete one's own", who -> deactivatesAndDeletes(who, made(who))),
            entry("deactivate and delete another's", who -> deactivatesAndDeletes(who, made("pete"))),
            entry("change the platform's settings", who -> done(as(who).patch("settings", Map.of("rptLifespan", 60)))),
            entry("view one's own assignments", who -> done(as(who).get("principals/user:" + who + "/access"))),
            entry("view account types", this::viewsAccountTypes),
            entry("change an account type", who -> done(as(who).put(type(person()), NEW_ADMIN))),
            entry("assign an all-workspaces role", who -> done(as(who).put("all-workspaces/grants", viewer()))),
            entry("unassign an all-workspaces role", who -> done(as(who).delete(held("all-workspaces")))),
            entry("view assignments of a workspace", who -> done(as(who).get("workspaces/w/access"))),
            entry("assign a workspace role", who -> done(as(who).put("workspaces/w/grants", viewer()))),
            entry("unassign a workspace role", who -> done(as(who).delete(held("workspaces/w")))));
    private int made;

    @BeforeAll
    void everybody(TestRealm store) {
        realm = store;
        List.of("ada", "perry", "pete", "maker").forEach(realm.directory()::user);
        realm.directory().clientRole("ada", TestRealm.RESOURCE_SERVER, "admin");
        ada = as("ada");
        as("maker").createWorkspace("w", "dev").expect(201);
        for (String role : ROLES) {
            realm.directory().user(role);
            as("maker").grant("w", "user:" + role, role).expect(200);
            realm.directory().user(role + "-everywhere");
            ada.with(Fraud.BREAK_GLASS, "the beginning")
                    .put("all-workspaces/grants", Map.of("principal", "user:" + role + "-everywhere", "role", role))
                    .expect(200);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            create a live workspace          | x |
            create a dev workspace           | x | x
            invite a user                    | x |
            send an invitation again         | x |
            delete an invitation             | x |
            view all users                   | x | x
            remove a user                    | x |
            create a service account         | x | x
            change one's own service account | x | x
            change another's service account | x |
            deactivate and delete one's own  | x | x
            deactivate and delete another's  | x |
            change the platform's settings   | x |
            view one's own assignments       | x | x
            view account types               | x |
            change an account type           | x |
            assign an all-workspaces role    | x |
            unassign an all-workspaces role  | x |
            """)
    void what_account_types_may(String deed, String admin, String principal) {
        assertThat(deeds.get(deed).test("ada")).isEqualTo(admin != null);
        assertThat(deeds.get(deed).test("perry")).isEqualTo(principal != null);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            view assignments of a workspace | x |  | x | x | x | x | x
            assign a workspace role         | x |  | x |   |   |   |
            unassign a workspace role       | x |  | x |   |   |   |
            assign an all-workspaces role   | x |  |   |   |   |   |
            unassign an all-workspaces role | x |  |   |   |   |   |
            change an account type          | x |  |   |   |   |   |
            view account types              | x |  |   |   |   |   |
            """)
    void what_roles_may(
            String deed,
            String admin,
            String principal,
            String owner,
            String editor,
            String consumer,
            String operator,
            String viewer) {
        List<String> cells = Arrays.asList(owner, editor, consumer, operator, viewer);
        assertThat(deeds.get(deed).test("ada")).isEqualTo(admin != null);
        assertThat(deeds.get(deed).test("perry")).isEqualTo(principal != null);
        for (int i = 0; i < ROLES.size(); i++) {
            for (String holder : List.of(ROLES.get(i), ROLES.get(i) + "-everywhere")) {
                assertThat(deeds.get(deed).test(holder)).as(holder).isEqualTo(cells.get(i) != null);
            }
        }
    }

    /** One login each: tokens hold for the whole test. */
    private FeatureAccessApi as(String who) {
        return callers.computeIfAbsent(who, name -> realm.api(realm.token(name, TestRealm.MANAGE)));
    }

    /** Refused is in so many words, or as if the thing were not there; anything else is a fault. */
    private static boolean done(Answer answer) {
        if (answer.status() < 300) {
            return true;
        }
        assertThat(answer.status()).as(answer.toString()).isIn(403, 404);
        assertThat(answer.code()).isIn("forbidden", "not-found", "no-such-node");
        return false;
    }

    private String fresh() {
        return "new-" + ++made;
    }

    private String person() {
        String name = fresh();
        realm.directory().user(name);
        return name;
    }

    private String invited() {
        String name = fresh();
        ada.post("users", Map.of("email", name + "@example.com", "username", name))
                .expect(201);
        return "users/user:" + name;
    }

    private boolean workspace(String who, String kind) {
        return done(as(who).createWorkspace(fresh(), kind));
    }

    private boolean viewsAllUsers(String who) {
        JsonNode users = as(who).get("principals?type=user").expect(200).json().path("items");
        return users.findValuesAsText("name").containsAll(List.of("ada", "perry", "pete", "owner"));
    }

    private Answer serviceAccount(String who) {
        return as(who).post("service-accounts", Map.of("name", fresh()));
    }

    /** The address of an account that somebody made. */
    private String made(String who) {
        return "service-accounts/"
                + serviceAccount(who).expect(201).json().path("id").asText();
    }

    private Answer change(String who, String account) {
        return as(who).patch(account, Map.of("description", "changed"));
    }

    private boolean deactivatesAndDeletes(String who, String account) {
        boolean deactivated = done(as(who).post(account + "/deactivate", null));
        if (!deactivated) {
            ada.post(account + "/deactivate", null).expect(200);
        }
        boolean deleted = done(as(who).delete(account));
        assertThat(deleted).isEqualTo(deactivated);
        return deleted;
    }

    private boolean viewsAccountTypes(String who) {
        JsonNode user = as(who).get("principals?type=user&search=perry")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        return user.has("accountType");
    }

    private static String type(String person) {
        return "users/user:" + person + "/account-type";
    }

    private Map<String, String> viewer() {
        return Map.of("principal", "user:" + person(), "role", "viewer");
    }

    /** What takes a role that somebody holds there. */
    private String held(String place) {
        String principal = "user:" + person();
        ada.put(place + "/grants", Map.of("principal", principal, "role", "viewer"))
                .expect(200);
        return place + "/grants?principal=" + Http.encode(principal) + "&role=viewer";
    }
}
