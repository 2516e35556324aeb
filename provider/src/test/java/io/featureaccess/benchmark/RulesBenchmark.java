package io.featureaccess.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.rule.RuleSet;
import io.featureaccess.matching.JsonRules;
import io.featureaccess.matching.Re2Patterns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.mappers.AdvancedClaimToGroupMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.representations.JsonWebToken;

/** A login with 200 rules and 100 values: what asking the rules takes, beside Keycloak's own mappers on the same work. */
class RulesBenchmark {

    private static final int RULES = 200;
    private static final int VALUES = 100;
    private static final int ROUNDS = 300;
    private static final double MOST_MILLIS = 5;

    /** Half of the values fit a rule. */
    private static final List<String> SENT = IntStream.range(0, VALUES)
            .mapToObj(i -> "cn=feature-store-team-%03d,ou=groups,dc=example,dc=com".formatted(i * 4))
            .toList();

    private record Measured(int groups, double median, double p95) {}

    @Test
    void two_hundred_rules_on_a_hundred_values() {
        RuleSet regex = new JsonRules(new Re2Patterns()).read(rules("regex"));
        RuleSet exact = new JsonRules(new Re2Patterns()).read(rules("exact"));
        Measured ours = measure(() -> groups(regex));
        Measured oursExact = measure(() -> groups(exact));
        Measured oursRead = measure(() -> groups(new JsonRules(new Re2Patterns()).read(rules("regex"))));
        Measured stock = measure(() -> stock(mappers(true)));
        Measured stockExact = measure(() -> stock(mappers(false)));

        System.out.printf("%d rules, %d values, %d rounds%n%n", RULES, VALUES, ROUNDS);
        System.out.println("| rules | who | groups | median ms | p95 ms |\n|---|---|--:|--:|--:|");
        print("regular expressions", "ours", ours);
        print("regular expressions, read and compiled anew", "ours", oursRead);
        print("regular expressions", "stock, a mapper a group", stock);
        print("exact", "ours", oursExact);
        print("exact", "stock, a mapper a group", stockExact);
        assertThat(List.of(stock.groups(), stockExact.groups(), oursExact.groups(), oursRead.groups()))
                .containsOnly(ours.groups());
        assertThat(ours.median()).isLessThan(MOST_MILLIS);
        assertThat(oursExact.median()).isLessThan(MOST_MILLIS);
    }

    private static void print(String rules, String who, Measured measured) {
        System.out.printf(
                "| %s | %s | %d | %.2f | %.2f |%n", rules, who, measured.groups(), measured.median(), measured.p95());
    }

    private static Measured measure(IntSupplier login) {
        double[] millis = new double[ROUNDS];
        int groups = 0;
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            groups = login.getAsInt();
            if (round >= 0) {
                millis[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return new Measured(groups, millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    }

    private static int groups(RuleSet rules) {
        return rules.evaluate(name -> name.equals("teams") ? SENT : List.of())
                .groups()
                .size();
    }

    private static String value(int rule, boolean regex) {
        return regex
                ? "cn=feature-store-team-0*%d,ou=[a-z]+,dc=example,dc=com".formatted(rule)
                : "cn=feature-store-team-%03d,ou=groups,dc=example,dc=com".formatted(rule);
    }

    private static String rules(String match) {
        return IntStream.range(0, RULES)
                .mapToObj(rule -> """
                        {"conditions":[{"attribute":"teams","match":"%s","value":"%s"}],"groups":["/teams/%d"]}""".formatted(match, value(rule, match.equals("regex")), rule))
                .toList()
                .toString();
    }

    private static List<IdentityProviderMapperModel> mappers(boolean regex) {
        List<IdentityProviderMapperModel> mappers = new ArrayList<>();
        for (int rule = 0; rule < RULES; rule++) {
            IdentityProviderMapperModel mapper = new IdentityProviderMapperModel();
            mapper.setConfig(Map.of(
                    "claims", "[{\"key\":\"teams\",\"value\":\"%s\"}]".formatted(value(rule, regex)),
                    "are.claim.values.regex", Boolean.toString(regex),
                    "group", "/teams/" + rule));
            mappers.add(mapper);
        }
        return mappers;
    }

    /** What Keycloak's mapper does to find out whether it applies; to look for its group, and to join it, come on top. */
    private static final class Stock extends AdvancedClaimToGroupMapper {
        boolean gives(IdentityProviderMapperModel mapper, BrokeredIdentityContext context) {
            return applies(mapper, context);
        }
    }

    private static int stock(List<IdentityProviderMapperModel> mappers) {
        IdentityProviderModel provider = new IdentityProviderModel();
        provider.setEnabled(true);
        BrokeredIdentityContext context = new BrokeredIdentityContext("somebody", provider);
        JsonWebToken token = new JsonWebToken();
        token.setOtherClaims("teams", SENT);
        context.getContextData().put(OIDCIdentityProvider.VALIDATED_ID_TOKEN, token);
        Stock stock = new Stock();
        return (int)
                mappers.stream().filter(mapper -> stock.gives(mapper, context)).count();
    }
}
