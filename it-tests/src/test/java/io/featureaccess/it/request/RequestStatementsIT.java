package io.featureaccess.it.request;

import static io.featureaccess.it.scene.Fraud.grants;
import static io.featureaccess.it.scene.Fraud.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.it.harness.FeatureAccessApi;
import io.featureaccess.it.harness.KeycloakTest;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists of requests and permissions make as many statements for a hundred as for three. */
@KeycloakTest
class RequestStatementsIT {

    private static final List<String> ROLES = List.of("viewer", "operator", "consumer", "editor");
    private static final List<String> LISTS = List.of("requests?max=500", "permissions?max=500");

    @Test
    void lists_make_as_many_statements_for_many_as_for_few(TestRealm realm) {
        RequestDesk desk = new RequestDesk(realm);
        fill(desk, 1);
        List<Integer> ofFew = counts(desk);
        fill(desk, 12);

        assertThat(desk.list("olga", "requests?view=manageable")).hasSize(13 * 2);
        assertThat(desk.list("bob", "permissions?view=mine")).hasSize(13 * 2);
        assertThat(counts(desk)).isEqualTo(ofFew);
    }

    /** So many projects with two requests and two grants each. */
    private static void fill(RequestDesk desk, int projects) {
        FeatureAccessApi olga = desk.realm().api(desk.realm().token("olga", TestRealm.MANAGE));
        FeatureAccessApi bob = desk.realm().api(desk.realm().token("bob", TestRealm.MANAGE));
        for (int i = 0; i < projects; i++) {
            String p = desk.project();
            ROLES.subList(2, 4).forEach(role -> desk.ask(bob, p, role).expect(201));
            olga.put(grants(p), List.of(wanted("user:bob", ROLES.get(0)), wanted("user:bob", ROLES.get(1))))
                    .expect(200);
        }
    }

    private static List<Integer> counts(RequestDesk desk) {
        FeatureAccessApi olga = desk.realm().api(desk.realm().token("olga"));
        FeatureAccessApi bob = desk.realm().api(desk.realm().token("bob"));
        return LISTS.stream()
                .flatMap(list ->
                        Stream.of(count(desk, bob, list + "&view=mine"), count(desk, olga, list + "&view=manageable")))
                .toList();
    }

    /** Once before, since the first may fill caches of the server's own. */
    private static int count(RequestDesk desk, FeatureAccessApi api, String list) {
        api.get(list).expect(200);
        return desk.realm().server().sql().fewest(() -> api.get(list).expect(200));
    }
}
