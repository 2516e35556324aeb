package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The lifespans of clients' tokens, as the databases have them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlClientLifespansTest {

    @Parameter
    TestDatabase database;

    @Test
    void each_that_a_client_of_the_realm_has_is_found_once() {
        People here = People.inNewRealm(database);
        People elsewhere = People.inNewRealm(database);
        here.serviceAccount("without");
        here.clientAttribute(here.serviceAccount("one"), "access.token.lifespan", "3600");
        here.clientAttribute(here.serviceAccount("two"), "access.token.lifespan", "3600");
        here.clientAttribute(here.serviceAccount("three"), "access.token.lifespan", "-1");
        here.clientAttribute(here.serviceAccount("four"), "client.session.max.lifespan", "7200");
        elsewhere.clientAttribute(elsewhere.serviceAccount("five"), "access.token.lifespan", "86400");

        List<String> found = new ArrayList<>();
        database.runInTransaction(
                entities -> found.addAll(new SqlClientLifespans(entities, here.realm()).accessTokens()));

        assertThat(found).containsExactlyInAnyOrder("3600", "-1");
    }
}
