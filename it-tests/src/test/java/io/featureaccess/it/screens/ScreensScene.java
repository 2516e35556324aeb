package io.featureaccess.it.screens;

import io.featureaccess.it.harness.Directory;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.NodeAddress;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.List;
import java.util.Map;

/**
 * What the browser tests find: the small store of {@link Fraud}, people and service accounts for each task of the screens, two groups,
 * a workspace {@code fraud-crowd} on which thirty people hold a role, and {@code left-behind} and {@code forgotten} with the secret
 * project {@code hoard}, whose owners are gone.
 */
final class ScreensScene {

    private static final List<String> PEOPLE = List.of(
            "anna", "ben", "cleo", "dora", "emil", "gail", "hugo", "lars", "lena", "leo", "nora", "paul", "rosa",
            "stan");
    private static final List<String> SERVICE_ACCOUNTS = List.of("scorer", "trainer", "loader", "sorter");
    private static final int CROWD = 30;

    private final TestRealm realm;

    ScreensScene(TestRealm realm) {
        this.realm = realm;
    }

    void prepare() {
        realm.admin()
                .put(
                        "",
                        Map.of(
                                "accountTheme",
                                "feature-access",
                                "internationalizationEnabled",
                                true,
                                "supportedLocales",
                                List.of("en", "de"),
                                "defaultLocale",
                                "en",
                                "bruteForceProtected",
                                true,
                                "failureFactor",
                                3))
                .expect(204);
        Directory directory = realm.directory();
        PEOPLE.forEach(directory::user);
        SERVICE_ACCOUNTS.forEach(name -> directory.serviceAccount(name, name));
        directory.group("/teams/risk");
        directory.join("rosa", "/teams/risk");
        Fraud fraud = new Fraud(realm);
        FeatureAccessApi olga = fraud.as("olga");
        olga.patch(
                        NodeAddress.of("fraud/payments/transactions").self(),
                        Map.of(
                                "description",
                                "Per card: amounts and counts",
                                "sensitiveFeatures",
                                List.of("card_number_hash", "home_distance_km")))
                .expect(200);
        olga.createWorkspace("fraud-crowd", "dev").expect(201);
        List<Map<String, Object>> grants = fraud.crowd(CROWD).stream()
                .map(name -> Fraud.wanted("user:" + name, "viewer"))
                .toList();
        olga.put(Fraud.grants("fraud-crowd"), grants).expect(200);
        directory.group("/keepers");
        olga.put(Fraud.grants("fraud-crowd"), Fraud.wanted("group:/keepers", "owner"))
                .expect(200);
        identityProvider();
        fraud.as("leo").createWorkspace("left-behind", "dev").expect(201);
        directory.removeUser("leo");
        FeatureAccessApi lars = fraud.as("lars");
        lars.createWorkspace("forgotten", "dev").expect(201);
        lars.create("forgotten/hoard", Map.of("secret", true)).expect(201);
        directory.removeUser("lars");
    }

    /** One that nobody logs in by, with a rule. */
    private void identityProvider() {
        realm.admin().post("identity-provider/instances", Json.of("""
                {'alias':'company','displayName':'The Company','providerId':'oidc','enabled':true,
                 'config':{'clientId':'store','clientSecret':'secret','authorizationUrl':'http://localhost/auth',
                   'tokenUrl':'http://localhost/token'}}
                """)).expect(201);
        String rule = "[{\"conditions\":[{\"attribute\":\"department\",\"match\":\"exact\",\"value\":\"risk\"}],"
                + "\"groups\":[\"/teams/risk\"]}]";
        realm.admin()
                .post(
                        "identity-provider/instances/company/mappers",
                        Map.of(
                                "name",
                                "teams",
                                "identityProviderAlias",
                                "company",
                                "identityProviderMapper",
                                "feature-access-oidc-rules",
                                "config",
                                Map.of("syncMode", "FORCE", "rules", rule)))
                .expect(201);
    }
}
