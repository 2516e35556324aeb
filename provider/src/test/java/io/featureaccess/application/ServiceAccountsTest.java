package io.featureaccess.application;

import static io.featureaccess.application.Problems.alike;
import static io.featureaccess.application.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.application.fake.FakeServiceAccounts;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.ApiKeyId;
import io.featureaccess.domain.serviceaccount.IssuedAccount;
import io.featureaccess.domain.serviceaccount.IssuedKey;
import io.featureaccess.domain.serviceaccount.KeyVerdict;
import io.featureaccess.domain.serviceaccount.NewKey;
import io.featureaccess.domain.serviceaccount.NewServiceAccount;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import io.featureaccess.domain.serviceaccount.ServiceAccountChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceAccountsTest {

    private static final int QUOTA = 3;
    private static final PageRequest PAGE = PageRequest.ofFirst(50);

    private final FakeRealm realm = new FakeRealm();
    private final FakeServiceAccounts store = new FakeServiceAccounts(realm);
    private final ServiceAccountGate gate = new ServiceAccountGate(realm.directory(), store);
    private final ServiceAccountRegister register =
            new ServiceAccountRegister(store, store, realm.trail(), realm.clock());
    private final NewKeys newKeys = new NewKeys(store, realm.trail(), realm.clock());
    private final CreateServiceAccount create = new CreateServiceAccount(gate, register, newKeys, QUOTA);
    private final ChangeServiceAccount change =
            new ChangeServiceAccount(gate, register, new Principals(realm.directory()));
    private final ListServiceAccounts list = new ListServiceAccounts(gate, store);
    private final ManageApiKeys keys = new ManageApiKeys(gate, store, newKeys, realm.trail());
    private final CheckApiKey check = new CheckApiKey(store, store, realm.clock());

    @BeforeEach
    void people() {
        realm.admin("ada");
        realm.user("vic");
        realm.user("eve");
    }

    private IssuedAccount made(String by, String name) {
        return create.create(realm.caller(by), new NewServiceAccount(name, ""));
    }

    private KeyVerdict verdict(IssuedAccount issued) {
        return check.check(issued.account().id().value(), issued.firstKey().reveal());
    }

    private IssuedKey key(String by, PrincipalId account, String name, Optional<Instant> end, Optional<String> why) {
        return keys.create(realm.caller(by), account, new NewKey(name, end, why));
    }

    private static ServiceAccountChange creator(String reference, Optional<String> reason) {
        return new ServiceAccountChange(
                Optional.empty(), Optional.empty(), Optional.of(PrincipalRef.parse(reference)), reason);
    }

    @Test
    void an_account_comes_with_a_key_that_is_accepted_and_that_the_record_does_not_hold() {
        IssuedAccount issued = made("vic", "ci");

        assertThat(verdict(issued)).isEqualTo(KeyVerdict.ACCEPTED);
        assertThat(realm.auditLog().rows())
                .extracting(AuditRow::change)
                .containsExactly(AuditChange.SERVICE_ACCOUNT_CREATED, AuditChange.API_KEY_CREATED);
        assertThat(realm.auditLog().rows().toString())
                .doesNotContain(issued.firstKey().secret());
    }

    @Test
    void names_are_unique_for_a_creator_and_others_have_names_of_their_own() {
        made("vic", "ci");

        refused(ProblemCode.NAME_TAKEN, () -> made("vic", "ci"));
        assertThat(made("eve", "ci").account().name()).isEqualTo("ci");
    }

    @Test
    void a_creator_has_no_more_than_the_quota() {
        for (int n = 0; n < QUOTA; n++) {
            made("vic", "ci" + n);
        }

        refused(ProblemCode.QUOTA_EXCEEDED, () -> made("vic", "one more"));
        made("eve", "ci");
    }

    @Test
    void a_service_account_makes_none() {
        PrincipalId robot = realm.serviceAccount("robot").id();
        Caller caller = new Caller(robot, "robot", false, Optional.empty(), "address");

        refused(ProblemCode.FORBIDDEN, () -> create.create(caller, new NewServiceAccount("child", "")));
    }

    @Test
    void to_others_it_is_as_if_it_did_not_exist() {
        PrincipalId id = made("vic", "ci").account().id();
        PrincipalId nobody = new PrincipalId("nobody");

        alike(
                ProblemCode.NOT_FOUND,
                () -> list.get(realm.caller("eve"), id),
                () -> list.get(realm.caller("eve"), nobody));
        refused(ProblemCode.NOT_FOUND, () -> change.turn(realm.caller("eve"), id, false, Optional.empty()));
        refused(ProblemCode.NOT_FOUND, () -> change.delete(realm.caller("eve"), id));
        refused(ProblemCode.NOT_FOUND, () -> keys.list(realm.caller("eve"), id, PAGE));
        refused(ProblemCode.NOT_FOUND, () -> key("eve", id, "k", Optional.empty(), Optional.of("why")));
        assertThat(list.list(realm.caller("eve"), false, Optional.empty(), PAGE).items())
                .isEmpty();
        assertThat(list.list(realm.caller("ada"), false, Optional.empty(), PAGE).items())
                .hasSize(1);
    }

    @Test
    void an_admin_sees_all_of_them_or_only_their_own() {
        made("vic", "ci");
        PrincipalId own = made("ada", "nightly").account().id();

        assertThat(list.list(realm.caller("ada"), true, Optional.empty(), PAGE).items())
                .extracting(ServiceAccount::id)
                .containsExactly(own);
        assertThat(list.list(realm.caller("ada"), false, Optional.empty(), PAGE).items())
                .hasSize(2);
        assertThat(list.list(realm.caller("vic"), false, Optional.of("night"), PAGE)
                        .items())
                .isEmpty();
    }

    @Test
    void an_admin_names_another_creator_and_says_why_when_that_is_themself() {
        PrincipalId id = made("vic", "ci").account().id();

        refused(
                ProblemCode.FORBIDDEN,
                () -> change.change(realm.caller("vic"), id, creator("user:eve", Optional.empty())));
        refused(
                ProblemCode.REASON_REQUIRED,
                () -> change.change(realm.caller("ada"), id, creator("user:ada", Optional.empty())));
        ServiceAccount is = change.change(realm.caller("ada"), id, creator("user:eve", Optional.empty()));
        assertThat(is.creator().reference()).isEqualTo("user:eve");
        refused(ProblemCode.NOT_FOUND, () -> list.get(realm.caller("vic"), id));
    }

    @Test
    void a_disabled_user_becomes_no_creator() {
        PrincipalId id = made("vic", "ci").account().id();
        realm.directory().disable(realm.user("eve"));

        refused(
                ProblemCode.MALFORMED_VALUE,
                () -> change.change(realm.caller("ada"), id, creator("user:eve", Optional.empty())));
    }

    @Test
    void an_account_is_deactivated_before_it_is_deleted() {
        IssuedAccount issued = made("vic", "ci");
        PrincipalId id = issued.account().id();

        refused(ProblemCode.STILL_ACTIVE, () -> change.delete(realm.caller("vic"), id));
        change.turn(realm.caller("vic"), id, false, Optional.of("retired"));
        assertThat(verdict(issued)).isEqualTo(KeyVerdict.ACCOUNT_DEACTIVATED);
        change.delete(realm.caller("vic"), id);

        assertThat(verdict(issued)).isEqualTo(KeyVerdict.UNKNOWN);
        refused(ProblemCode.NOT_FOUND, () -> list.get(realm.caller("vic"), id));
    }

    @Test
    void what_is_so_already_is_not_recorded() {
        PrincipalId id = made("vic", "ci").account().id();
        int before = realm.auditLog().rows().size();

        change.turn(realm.caller("vic"), id, true, Optional.empty());
        change.change(
                realm.caller("vic"),
                id,
                new ServiceAccountChange(Optional.of("ci"), Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(realm.auditLog().rows()).hasSize(before);
    }

    @Test
    void a_suspended_account_s_keys_are_refused() {
        IssuedAccount issued = made("vic", "ci");
        realm.directory().disable(realm.user("vic"));

        assertThat(verdict(issued)).isEqualTo(KeyVerdict.SUSPENDED);
    }

    @Test
    void a_key_ends_at_its_end() {
        PrincipalId id = made("vic", "ci").account().id();
        Instant end = realm.clock().instant().plusSeconds(60);
        IssuedKey key = key("vic", id, "short", Optional.of(end), Optional.empty());

        assertThat(check.check(id.value(), key.text().reveal())).isEqualTo(KeyVerdict.ACCEPTED);
        realm.clock().pass(Duration.ofSeconds(60));
        assertThat(check.check(id.value(), key.text().reveal())).isEqualTo(KeyVerdict.EXPIRED);
        refused(ProblemCode.EXPIRY_IN_PAST, () -> key("vic", id, "late", Optional.of(end), Optional.empty()));
    }

    @Test
    void keys_have_names_of_their_own_and_are_not_without_number() {
        PrincipalId id = made("vic", "ci").account().id();
        refused(ProblemCode.NAME_TAKEN, () -> key("vic", id, "first", Optional.empty(), Optional.empty()));
        for (int n = 1; n < ApiKey.MOST; n++) {
            key("vic", id, "k" + n, Optional.empty(), Optional.empty());
        }

        refused(ProblemCode.TOO_MANY, () -> key("vic", id, "one more", Optional.empty(), Optional.empty()));
    }

    @Test
    void an_admin_who_makes_a_key_for_another_s_account_says_why() {
        PrincipalId id = made("vic", "ci").account().id();

        refused(ProblemCode.REASON_REQUIRED, () -> key("ada", id, "mine", Optional.empty(), Optional.empty()));
        key("ada", id, "mine", Optional.empty(), Optional.of("an outage"));
        assertThat(realm.auditLog().rows(AuditChange.API_KEY_CREATED).get(1).reason())
                .contains("an outage");
    }

    @Test
    void a_key_is_switched_off_and_on_and_deleted_without_touching_others() {
        IssuedAccount issued = made("vic", "ci");
        PrincipalId id = issued.account().id();
        IssuedKey second = key("vic", id, "second", Optional.empty(), Optional.empty());
        ApiKeyId keyId = second.key().id();

        keys.turn(realm.caller("vic"), id, keyId, false, Optional.empty());
        assertThat(check.check(id.value(), second.text().reveal())).isEqualTo(KeyVerdict.DEACTIVATED);
        keys.turn(realm.caller("vic"), id, keyId, true, Optional.empty());
        assertThat(check.check(id.value(), second.text().reveal())).isEqualTo(KeyVerdict.ACCEPTED);
        keys.delete(realm.caller("vic"), id, keyId);
        assertThat(check.check(id.value(), second.text().reveal())).isEqualTo(KeyVerdict.UNKNOWN);
        refused(ProblemCode.NOT_FOUND, () -> keys.delete(realm.caller("vic"), id, keyId));
        assertThat(verdict(issued)).isEqualTo(KeyVerdict.ACCEPTED);
    }

    @Test
    void a_key_of_another_account_is_none() {
        IssuedAccount issued = made("vic", "ci");
        IssuedAccount other = made("vic", "other");

        assertThat(check.check(other.account().id().value(), issued.firstKey().reveal()))
                .isEqualTo(KeyVerdict.UNKNOWN);
    }

    @Test
    void a_use_is_written_at_most_once_a_minute() {
        IssuedAccount issued = made("vic", "ci");
        PrincipalId id = issued.account().id();
        Instant first = realm.clock().instant();
        verdict(issued);
        realm.clock().pass(CheckApiKey.USE_IS_WRITTEN.minusSeconds(1));
        verdict(issued);
        assertThat(lastUse(id)).contains(first);

        realm.clock().pass(Duration.ofSeconds(1));
        verdict(issued);
        assertThat(lastUse(id)).contains(realm.clock().instant());
    }

    private Optional<Instant> lastUse(PrincipalId id) {
        return store.of(id, PAGE).items().get(0).lastUsedAt();
    }
}
