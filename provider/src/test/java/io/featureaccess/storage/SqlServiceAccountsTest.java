package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.KeyHash;
import io.featureaccess.domain.serviceaccount.KeyText;
import io.featureaccess.domain.serviceaccount.KeyVerdict;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import io.featureaccess.domain.serviceaccount.StoredKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlServiceAccountsTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00.123456Z");
    private static final PageRequest PAGE = PageRequest.ofFirst(10);

    @Parameter
    TestDatabase database;

    private People people;
    private PrincipalId alice;
    private ServiceAccount account;
    private String client;
    private final KeyText text = KeyText.random();

    @BeforeEach
    void anAccountWithAKey() {
        people = People.inNewRealm(database);
        alice = new PrincipalId(people.user("alice"));
        PrincipalId id = new PrincipalId(people.serviceAccount("pipeline"));
        client = clientOf(id);
        account = new ServiceAccount(
                id,
                "pipeline",
                "nightly",
                "",
                new ServiceAccount.Creator(alice, Optional.of("alice"), true),
                true,
                NOW,
                Optional.empty());
        ApiKey first = new ApiKey(text.id(), "first", true, NOW, Optional.empty(), Optional.empty());
        accounts(all -> all.add(account, client));
        keys(all -> all.add(id, first, KeyHash.of(text.secret())));
    }

    private String clientOf(PrincipalId user) {
        Object[] link = new Object[1];
        database.runInTransaction(entities -> link[0] = entities.createNativeQuery(
                        "SELECT SERVICE_ACCOUNT_CLIENT_LINK FROM USER_ENTITY WHERE ID = ?1")
                .setParameter(1, user.value())
                .getSingleResult());
        return (String) link[0];
    }

    private void accounts(Consumer<SqlServiceAccounts> work) {
        database.runInTransaction(entities -> work.accept(new SqlServiceAccounts(entities, people.realm())));
    }

    @Test
    void creators_are_found_for_those_that_are_service_accounts_by_one_statement() {
        PrincipalId other = new PrincipalId(people.serviceAccount("other"));
        Set<PrincipalId> ids = Set.of(account.id(), other, alice);
        Map<PrincipalId, Principal> found = creators(people, ids);

        assertThat(found).isEqualTo(Map.of(account.id(), new Principal(alice, PrincipalType.USER, "alice")));
        assertThat(creators(People.inNewRealm(database), ids)).isEmpty();
        assertThat(StatementLog.during(() -> creators(people, ids))).hasSize(1);
    }

    private Map<PrincipalId, Principal> creators(People realm, Set<PrincipalId> ids) {
        return database.inTransaction(entities -> new SqlDirectory(entities, realm.realm(), "").creators(ids));
    }

    private void keys(Consumer<SqlApiKeys> work) {
        database.runInTransaction(entities -> work.accept(new SqlApiKeys(entities, people.realm())));
    }

    private KeyVerdict verdict() {
        Optional<StoredKey> stored = database.inTransaction(
                entities -> new SqlApiKeys(entities, people.realm()).forChecking(client, text.id()));
        return StoredKey.check(stored, text.secret(), NOW);
    }

    private void assertGone() {
        accounts(all -> assertThat(all.find(account.id())).isEmpty());
        keys(all -> assertThat(all.of(account.id(), PAGE).items()).isEmpty());
    }

    @Test
    void an_account_reads_back_as_it_was_written_for_its_creator_and_for_all() {
        accounts(all -> {
            assertThat(all.find(account.id())).contains(account);
            assertThat(all.lock(account.id())).contains(account);
            assertThat(all.page(Optional.of(alice), Optional.empty(), PAGE).items())
                    .containsExactly(account);
            assertThat(all.page(Optional.empty(), Optional.empty(), PAGE).total())
                    .hasValue(1);
            assertThat(all.page(Optional.of(account.id()), Optional.empty(), PAGE)
                            .items())
                    .isEmpty();
            assertThat(all.countOf(alice)).isEqualTo(1);
            assertThat(all.named(alice, "nightly")).contains(account.id());
            assertThat(all.lockCreator(alice)).contains(account.creator());
            assertThat(all.lockCreator(account.id())).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"night", "IGHTLY", "pipe", "PELINE"})
    void an_account_is_found_by_a_part_of_its_name_or_client_id(String text) {
        accounts(all -> assertThat(
                        all.page(Optional.of(alice), Optional.of(text), PAGE).items())
                .containsExactly(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hourly", "%", "_", "n_ghtly"})
    void wildcards_of_the_database_mean_nothing_in_a_search(String text) {
        accounts(all -> assertThat(
                        all.page(Optional.empty(), Optional.of(text), PAGE).items())
                .isEmpty());
    }

    @Test
    void a_change_is_read_back() {
        ServiceAccount changed = account.described("hourly", "every hour");
        accounts(all -> all.update(changed));

        accounts(all -> assertThat(all.find(account.id())).contains(changed));
    }

    @Test
    void a_key_counts_while_account_and_creator_do_and_for_its_own_client_and_realm_alone() {
        assertThat(verdict()).isEqualTo(KeyVerdict.ACCEPTED);
        keys(all -> assertThat(all.forChecking(People.id(), text.id())).isEmpty());
        people.enable(alice.value(), false);
        assertThat(verdict()).isEqualTo(KeyVerdict.SUSPENDED);
        people.enableClientOf(account.id().value(), false);
        assertThat(verdict()).isEqualTo(KeyVerdict.ACCOUNT_DEACTIVATED);
        people = People.inNewRealm(database);
        assertThat(verdict()).isEqualTo(KeyVerdict.UNKNOWN);
    }

    @Test
    void a_creator_who_is_gone_suspends() {
        people.run("DELETE FROM USER_ENTITY WHERE ID = ?1", alice.value());

        assertThat(verdict()).isEqualTo(KeyVerdict.SUSPENDED);
        accounts(
                all -> assertThat(all.find(account.id()).orElseThrow().creator().reference())
                        .isEqualTo("id:" + alice));
    }

    @Test
    void a_use_is_written_on_key_and_account_and_not_again_within_its_time() {
        keys(all -> {
            StoredKey stored = all.forChecking(client, text.id()).orElseThrow();
            all.writeUse(stored, NOW, NOW.minusSeconds(60));
            all.writeUse(stored, NOW.plusSeconds(59), NOW.minusSeconds(1));
        });

        keys(all -> assertThat(all.find(account.id(), text.id()).orElseThrow().lastUsedAt())
                .contains(NOW));
        accounts(all ->
                assertThat(all.find(account.id()).orElseThrow().lastUsedAt()).contains(NOW));
    }

    @Test
    void a_key_is_switched_and_removed() {
        keys(all -> all.enable(account.id(), text.id(), false));
        assertThat(verdict()).isEqualTo(KeyVerdict.DEACTIVATED);
        keys(all -> all.remove(account.id(), text.id()));
        keys(all -> assertThat(all.of(account.id(), PAGE).items()).isEmpty());
    }

    @Test
    void a_client_that_keycloak_removes_takes_account_and_keys_along() {
        people.run("DELETE FROM CLIENT WHERE ID = ?1", client);

        assertGone();
    }

    @Test
    void a_user_that_keycloak_removes_takes_account_and_keys_along() {
        people.run("DELETE FROM USER_ENTITY WHERE ID = ?1", account.id().value());

        assertGone();
    }
}
