package io.featureaccess.it.decision;

import io.featureaccess.decisions.DecisionFile;
import io.featureaccess.decisions.DecisionFile.Grant;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.NodeAddress;
import io.featureaccess.it.harness.TestRealm;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a decision file's world in a realm, through public interfaces only. */
final class WorldSeeder {

    private static final String SEEDER = "seeder";
    private static final String ALL_WORKSPACES = "all-workspaces";

    private final TestRealm realm;
    private final DecisionFile file;
    private final Instant now = Instant.now();

    WorldSeeder(TestRealm realm, DecisionFile file) {
        this.realm = realm;
        this.file = file;
    }

    void seed() {
        accounts();
        realm.directory().user(SEEDER);
        realm.directory().clientRole(SEEDER, TestRealm.RESOURCE_SERVER, "admin");
        // The seeder owns what it makes, but not all workspaces: to make an owner of those takes a broken glass.
        FeatureAccessApi seeder = realm.as(SEEDER).with("Feature-Access-Break-Glass", "the world of a decision file");
        adminAccounts(seeder);
        nodes(seeder);
        file.grants().forEach(grant -> grant(seeder, grant));
        letExpire(seeder);
        disable();
    }

    private void accounts() {
        file.users().keySet().forEach(realm.directory()::user);
        file.serviceAccounts().keySet().forEach(name -> {
            String id = realm.directory().serviceAccount(name, name);
            realm.directory().audience(id, TestRealm.RESOURCE_SERVER);
        });
        file.groups().forEach((path, members) -> {
            String group = realm.directory().group(path);
            members.forEach(member -> realm.admin()
                    .put("users/" + accountId(member) + "/groups/" + group, "{}")
                    .expect(204));
        });
    }

    private void adminAccounts(FeatureAccessApi seeder) {
        file.accounts().forEach((reference, account) -> {
            if (account.admin()) {
                String path = "users/" + Http.encode(reference) + "/account-type";
                seeder.put(path, Map.of("accountType", "admin")).expect(200);
            }
        });
    }

    private void nodes(FeatureAccessApi seeder) {
        file.workspaces().forEach((name, workspace) -> {
            Map<String, Object> settings = Map.of("viewersReadOffline", workspace.viewersReadOffline());
            Map<String, Object> body =
                    Map.of("name", name, "kind", workspace.kind(), "locked", workspace.locked(), "settings", settings);
            seeder.post("workspaces", body).expect(201);
            workspace.projects().forEach((projectName, project) -> {
                String path = name + "/" + projectName;
                seeder.create(path, Map.of("secret", project.secret(), "locked", project.locked()))
                        .expect(201);
                project.featureSets().forEach((featureSet, flags) -> seeder.create(
                                path + "/" + featureSet, Map.of("secret", flags.secret()))
                        .expect(201));
            });
        });
    }

    private void grant(FeatureAccessApi seeder, Grant grant) {
        Map<String, Object> body = body(grant);
        grant.expires(now).filter(now::isBefore).ifPresent(end -> body.put("expiresAt", end.toString()));
        Answer answer = seeder.put(grants(grant.on()), body);
        if (answer.status() == 409 && answer.code().equals("project-role-required")) {
            grantAsleep(seeder, grant, body);
        } else {
            answer.expect(200);
        }
    }

    /** A sleeping grant cannot be given; it comes about when the role on the project is taken away. */
    private void grantAsleep(FeatureAccessApi seeder, Grant grant, Map<String, Object> body) {
        String[] names = grant.on().split("/");
        String project = names[0] + "/" + names[1];
        boolean secret =
                file.workspaces().get(names[0]).projects().get(names[1]).secret();
        String passing = secret ? "owner" : "consumer";
        seeder.grant(project, grant.principal(), passing).expect(200);
        seeder.put(grants(grant.on()), body).expect(200);
        seeder.revoke(project, grant.principal(), passing).expect(204);
    }

    /** A grant cannot be given for the past; it is given, and its end then set to the next moment and waited for. */
    private void letExpire(FeatureAccessApi seeder) {
        List<Grant> past = file.grants().stream()
                .filter(grant ->
                        grant.expires(now).filter(end -> !end.isAfter(now)).isPresent())
                .toList();
        if (past.isEmpty()) {
            return;
        }
        Instant end = Instant.now().plusSeconds(3);
        for (Grant grant : past) {
            Map<String, Object> body = body(grant);
            body.put("expiresAt", end.toString());
            seeder.put(grants(grant.on()), body).expect(200);
        }
        Clocks.waitUntil(end);
    }

    private void disable() {
        file.accounts().forEach((reference, account) -> {
            if (!account.enabled()) {
                realm.admin()
                        .put("users/" + accountId(reference), Map.of("enabled", false))
                        .expect(204);
            }
        });
    }

    private String accountId(String reference) {
        String name = reference.substring(reference.indexOf(':') + 1);
        return reference.startsWith("user:")
                ? realm.directory().userId(name)
                : realm.directory().serviceAccountUserId(name);
    }

    private static Map<String, Object> body(Grant grant) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("principal", grant.principal());
        body.put("role", grant.role());
        return body;
    }

    private static String grants(String on) {
        return on.equals(ALL_WORKSPACES)
                ? "all-workspaces/grants"
                : NodeAddress.of(on).self() + "/grants";
    }
}
