package io.featureaccess.it.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import io.featureaccess.it.scene.Fraud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People who come through their company: what its attributes give them by rules, and what only somebody's hand takes. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokeredLoginsIT {

    private TestRealm realm;

    @AutoClose
    private Company company;

    private FeatureAccessApi ada;
    private int people;

    @BeforeAll
    void aCompanyThatIsKnownTwice(TestRealm made) {
        realm = made;
        ada = new Fraud(realm).as("ada");
        company = new Company(realm);
    }

    @AfterEach
    void withoutMappers() {
        company.removeMappers();
    }

    /** Somebody new at the company. */
    private String person(String... teams) {
        String name = "worker-" + ++people;
        company.person(name, teams);
        return name;
    }

    private void byHand(String name, String group) {
        ada.put("groups/" + realm.directory().groupId(group) + "/members", Map.of("principal", "user:" + name))
                .expect(200);
    }

    private List<JsonNode> rows(String change, String name) {
        List<JsonNode> rows = new ArrayList<>();
        ada.get("audit?change=" + change + "&principal=" + Http.encode("user:" + name))
                .expect(200)
                .json()
                .path("items")
                .forEach(rows::add);
        return rows;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    @Tag("postgres")
    @ParameterizedTest
    @EnumSource
    void groups_come_at_the_first_login_and_follow_the_list_as_it_grows_shrinks_and_goes(Protocol protocol) {
        company.rules(protocol, "teams", TeamRule.EACH_TEAM);
        realm.directory().group("/by-hand");
        String name = person("fraud", "risk");

        company.login(protocol, name);
        assertThat(company.groups(name)).containsExactly("/teams/fraud", "/teams/risk");
        byHand(name, "/by-hand");

        company.teams(name, "fraud", "risk", "ops");
        company.login(protocol, name);
        assertThat(company.groups(name)).containsExactly("/by-hand", "/teams/fraud", "/teams/ops", "/teams/risk");

        company.teams(name, "ops");
        company.login(protocol, name);
        assertThat(company.groups(name)).containsExactly("/by-hand", "/teams/ops");

        company.teams(name);
        company.login(protocol, name);
        assertThat(company.groups(name)).containsExactly("/by-hand");

        List<JsonNode> rows = rows("rules-applied", name);
        assertThat(rows).hasSize(4);
        JsonNode last = rows.get(0);
        assertThat(last.path("actor").asText()).isEqualTo("system");
        assertThat(last.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(last.path("after").path("identityProvider").asText()).isEqualTo(protocol.alias());
        assertThat(texts(last.path("after").path("lost"))).containsExactly("group:/teams/ops");
        assertThat(rows("rules-failed", name)).isEmpty();
    }

    @Test
    void what_a_group_may_counts_with_the_next_decision() {
        company.rules(Protocol.OIDC, "teams", TeamRule.of("exact", "scoring", "/teams/scoring", false));
        realm.directory().group("/teams/scoring");
        ada.grant("fraud", "group:/teams/scoring", "viewer").expect(200);
        String name = person("scoring");

        FeatureAccessApi worker = realm.api(company.login(Protocol.OIDC, name));
        assertThat(texts(worker.get("me").expect(200).json().path("groups"))).containsExactly("/teams/scoring");
        worker.get("workspaces/fraud").expect(200);

        company.teams(name);
        FeatureAccessApi again = realm.api(company.login(Protocol.OIDC, name));
        again.get("workspaces/fraud").expect(404);
        worker.get("workspaces/fraud").expect(404);
    }

    @Tag("postgres")
    @Test
    void who_let_somebody_into_a_group_is_told_wherever_it_counts() {
        company.rules(Protocol.OIDC, "teams", TeamRule.EACH_TEAM);
        for (String group : List.of("/teams/told", "/told-by-hand")) {
            realm.directory().group(group);
            ada.grant("fraud", "group:" + group, "viewer").expect(200);
        }
        String name = person("told");
        FeatureAccessApi worker = realm.api(company.login(Protocol.OIDC, name));
        byHand(name, "/told-by-hand");
        JsonNode byRule = Json.of("{'origin':'rule','rules':[{'identityProvider':'company-oidc','mapper':'teams'}]}");
        JsonNode byHand = Json.of("{'origin':'direct'}");

        assertThat(worker.get("me").expect(200).json().path("memberships"))
                .isEqualTo(Json.of("[{'group':'/teams/told','origin':'rule',"
                        + "'rules':[{'identityProvider':'company-oidc','mapper':'teams'}]},"
                        + "{'group':'/told-by-hand','origin':'direct'}]"));
        assertThat(membersOf("/teams/told")).containsExactly(byRule);
        assertThat(membersOf("/told-by-hand")).containsExactly(byHand);
        JsonNode held =
                ada.get("principals/user:" + name + "/access").expect(200).json();
        assertThat(held.findValues("membership")).containsExactlyInAnyOrder(byRule, byHand);
        String access = "workspaces/fraud/access?principal=user:" + name;
        for (FeatureAccessApi knowing : List.of(ada, worker)) {
            assertThat(knowing.get(access).expect(200).json().findValues("membership"))
                    .containsExactlyInAnyOrder(byRule, byHand);
        }
        assertThat(realm.as("olga").get(access).expect(200).json().findValues("membership"))
                .containsExactlyInAnyOrder(Json.of("{'origin':'rule'}"), byHand);

        byHand(name, "/teams/told");
        assertThat(membersOf("/teams/told").get(0).path("origin").asText()).isEqualTo("direct");
        assertThat(membersOf("/teams/told").get(0).path("rules")).isEqualTo(byRule.path("rules"));
    }

    private List<JsonNode> membersOf(String group) {
        return ada.get("groups/" + Http.encode("group:" + group) + "/members")
                .expect(200)
                .json()
                .findValues("membership");
    }

    @ParameterizedTest
    @EnumSource
    void an_account_that_was_there_is_linked_and_keeps_what_it_had(Protocol protocol) {
        company.rules(protocol, "teams", TeamRule.EACH_TEAM);
        realm.directory().group("/teams/fraud");
        String name = person("fraud", "risk");
        realm.directory().user(name);
        realm.directory().join(name, "/teams/fraud");

        company.login(protocol, name);
        assertThat(company.groups(name)).containsExactly("/teams/fraud", "/teams/risk");

        company.teams(name);
        company.login(protocol, name);
        assertThat(company.groups(name)).containsExactly("/teams/fraud");
    }

    @ParameterizedTest
    @EnumSource
    void by_import_rules_are_asked_once_and_never_of_who_had_an_account(Protocol protocol) {
        company.mapper(
                        protocol,
                        "teams",
                        protocol.mapper(),
                        "IMPORT",
                        Map.of("rules", TeamRule.EACH_TEAM.replace('\'', '"')))
                .expect(201);
        String fresh = person("fraud");
        company.login(protocol, fresh);
        assertThat(company.groups(fresh)).containsExactly("/teams/fraud");
        company.teams(fresh, "risk");
        company.login(protocol, fresh);
        assertThat(company.groups(fresh)).containsExactly("/teams/fraud");

        String linked = person("fraud");
        realm.directory().user(linked);
        company.login(protocol, linked);
        assertThat(company.groups(linked)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void odd_characters_make_groups_of_that_name_or_none(Protocol protocol) {
        company.rules(protocol, "teams", TeamRule.of("glob", "*", "/odd/$1", true));
        List<String> names = List.of("Crème & Co.", "<b>", "100%20", "😀", "O'Neill \"x\"", "a,b;c", "$1", "..", "日本");
        String name = person(Stream.concat(names.stream(), Stream.of("a/b", "/", "~", "x".repeat(256)))
                .toArray(String[]::new));

        company.login(protocol, name);

        assertThat(company.groups(name).stream().map(path -> path.replaceFirst("^/odd/", "")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names.stream(), Stream.of("~")).toList());
    }

    @Test
    void five_hundred_values_count_and_no_more() {
        company.rules(Protocol.OIDC, "teams", TeamRule.of("glob", "t-*", "/many/$1", true));
        String name = person(
                IntStream.range(0, 501).mapToObj(i -> "t-%03d".formatted(i)).toArray(String[]::new));

        company.login(Protocol.OIDC, name);

        assertThat(company.groups(name)).hasSize(500).contains("/many/499").doesNotContain("/many/500");
        assertThat(rows("rules-failed", name))
                .singleElement()
                .satisfies(
                        row -> assertThat(texts(row.path("after").path("problems")))
                                .containsExactly(
                                        "of the 501 values of the attribute 'teams', 500 count: at most 500, of at most 1024 bytes each"));
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_group_is_on_record_and_the_others_are_given(Protocol protocol) {
        realm.directory().group("/there");
        company.rules(
                protocol,
                "both",
                "[{'conditions':[{'attribute':'teams','match':'exact','value':'x'}],'groups':['/there','/not-there']}]");
        String name = person("x");

        company.login(protocol, name);

        assertThat(company.groups(name)).containsExactly("/there");
        assertThat(texts(rows("rules-failed", name).get(0).path("after").path("problems")))
                .containsExactly("there is no group /not-there");
    }

    @Tag("postgres")
    @Test
    void what_is_given_both_ways_goes_only_by_both() {
        company.rules(Protocol.OIDC, "teams", TeamRule.EACH_TEAM);
        realm.directory().group("/teams/both");
        String handFirst = person();
        company.login(Protocol.OIDC, handFirst);
        byHand(handFirst, "/teams/both");
        company.teams(handFirst, "both");
        String ruleFirst = person("both");
        for (String name : List.of(handFirst, ruleFirst)) {
            company.login(Protocol.OIDC, name);
        }
        byHand(ruleFirst, "/teams/both");
        assertThat(rows("member-added", ruleFirst)).hasSize(1);

        for (String name : List.of(handFirst, ruleFirst)) {
            company.teams(name);
            company.login(Protocol.OIDC, name);
            assertThat(company.groups(name)).containsExactly("/teams/both");
        }
        // Taken by hand while the rule still gives it, it comes back.
        company.teams(handFirst, "both");
        company.login(Protocol.OIDC, handFirst);
        ada.delete("groups/" + realm.directory().groupId("/teams/both") + "/members?principal=user:" + handFirst)
                .expect(204);
        company.login(Protocol.OIDC, handFirst);
        assertThat(company.groups(handFirst)).containsExactly("/teams/both");
        company.teams(handFirst);
        company.login(Protocol.OIDC, handFirst);
        assertThat(company.groups(handFirst)).isEmpty();
    }

    @Tag("postgres")
    @Test
    void mappers_and_identity_providers_side_by_side_do_not_undo_each_other() {
        List.of("/by-oidc", "/by-both", "/by-second").forEach(realm.directory()::group);
        company.rules(Protocol.OIDC, "first", TeamRule.of("exact", "a", "/by-both", false));
        company.rules(Protocol.OIDC, "second", TeamRule.of("exact", "b", "/by-second", false));
        company.rules(Protocol.OIDC, "third", TeamRule.of("exact", "c", "/by-oidc", false));
        company.rules(Protocol.SAML, "first", TeamRule.of("exact", "a", "/by-both", false));
        String name = person("a", "b", "c");
        company.login(Protocol.OIDC, name);
        company.login(Protocol.SAML, name);
        assertThat(company.groups(name)).containsExactly("/by-both", "/by-oidc", "/by-second");

        company.teams(name, "c");
        company.login(Protocol.OIDC, name);
        assertThat(company.groups(name)).containsExactly("/by-both", "/by-oidc");

        company.login(Protocol.SAML, name);
        assertThat(company.groups(name)).containsExactly("/by-oidc");
    }

    @Test
    void keycloaks_own_mapper_on_the_same_group_takes_nothing_that_rules_give() {
        realm.directory().group("/shared");
        company.rules(Protocol.OIDC, "rules", TeamRule.of("exact", "a", "/shared", false));
        for (int i = 0; i < 3; i++) {
            company.mapper(
                            Protocol.OIDC,
                            "stock-" + i,
                            "oidc-advanced-group-idp-mapper",
                            "FORCE",
                            Map.of("claims", "[{\"key\":\"teams\",\"value\":\"never\"}]", "group", "/shared"))
                    .expect(201);
        }
        String name = person("a");

        company.login(Protocol.OIDC, name);
        company.login(Protocol.OIDC, name);
        company.login(Protocol.OIDC, name);

        assertThat(company.groups(name)).containsExactly("/shared");
    }

    @Test
    void what_a_removed_mapper_gave_goes_at_the_next_login() {
        String old = company.rules(Protocol.OIDC, "old", TeamRule.of("exact", "a", "/gone/$$", true));
        company.rules(Protocol.OIDC, "new", "[]");
        String name = person("a");
        company.login(Protocol.OIDC, name);
        assertThat(company.groups(name)).containsExactly("/gone/$");

        company.removeMapper(Protocol.OIDC, old);
        company.login(Protocol.OIDC, name);

        assertThat(company.groups(name)).isEmpty();
    }

    @Test
    void the_admin_account_type_follows_an_attribute_and_one_given_by_hand_stays() {
        company.rules(
                Protocol.OIDC,
                "admins",
                "[{'conditions':[{'attribute':'teams','match':'exact','value':'platform'}],'accountType':'admin'}]");
        String ruled = person("platform");
        String kept = person("platform");
        for (String name : List.of(ruled, kept)) {
            String token = company.login(Protocol.OIDC, name);
            assertThat(realm.api(token).get("me").json().path("accountType").asText())
                    .isEqualTo("admin");
        }
        ada.put("users/user:" + kept + "/account-type", Map.of("accountType", "admin"))
                .expect(200);

        for (String name : List.of(ruled, kept)) {
            company.teams(name);
            String token = company.login(Protocol.OIDC, name);
            assertThat(realm.api(token).get("me").json().path("accountType").asText())
                    .isEqualTo(name.equals(kept) ? "admin" : "principal");
        }
    }

    @Test
    void no_expression_holds_up_a_login() {
        company.rules(Protocol.OIDC, "evil", TeamRule.of("regex", "((a+)+)+(b|[a-z]+)*!", "/never", false));
        String name = person(
                IntStream.range(0, 100).mapToObj(i -> "a".repeat(900) + i).toArray(String[]::new));

        long start = System.nanoTime();
        company.login(Protocol.OIDC, name);

        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(10);
        assertThat(company.groups(name)).isEmpty();
    }
}
