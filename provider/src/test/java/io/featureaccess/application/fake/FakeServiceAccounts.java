package io.featureaccess.application.fake;

import io.featureaccess.application.port.ApiKeys;
import io.featureaccess.application.port.KeyUses;
import io.featureaccess.application.port.ServiceAccountClients;
import io.featureaccess.application.port.ServiceAccounts;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.ApiKeyId;
import io.featureaccess.domain.serviceaccount.KeyHash;
import io.featureaccess.domain.serviceaccount.ServiceAccount;
import io.featureaccess.domain.serviceaccount.StoredKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Service accounts, their clients and their keys in memory. */
public final class FakeServiceAccounts implements ServiceAccounts, ServiceAccountClients, ApiKeys, KeyUses {

    private final FakeRealm realm;
    private final Map<PrincipalId, ServiceAccount> accounts = new LinkedHashMap<>();
    private final Map<ApiKeyId, Kept> keys = new LinkedHashMap<>();

    private record Kept(PrincipalId account, ApiKey key, KeyHash hash) {}

    public FakeServiceAccounts(FakeRealm realm) {
        this.realm = realm;
    }

    @Override
    public Page<ServiceAccount> page(Optional<PrincipalId> creator, Optional<String> text, PageRequest page) {
        List<ServiceAccount> found = accounts.values().stream()
                .filter(account -> creator.isEmpty() || account.isOf(creator.get()))
                .filter(account -> text.isEmpty() || account.name().contains(text.get()))
                .toList();
        return new Page<>(found.stream().skip(page.first()).limit(page.max()).toList(), OptionalLong.of(found.size()));
    }

    @Override
    public Optional<ServiceAccount> find(PrincipalId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<ServiceAccount> lock(PrincipalId id) {
        return find(id);
    }

    @Override
    public Optional<ServiceAccount.Creator> lockCreator(PrincipalId user) {
        return Optional.ofNullable(realm.directory().find(Set.of(user)).get(user))
                .filter(found -> found.type() == PrincipalType.USER)
                .map(found -> new ServiceAccount.Creator(
                        user, Optional.of(found.name()), realm.directory().enabled(user)));
    }

    @Override
    public int countOf(PrincipalId creator) {
        return (int) accounts.values().stream()
                .filter(account -> account.isOf(creator))
                .count();
    }

    @Override
    public Optional<PrincipalId> named(PrincipalId creator, String name) {
        return accounts.values().stream()
                .filter(account -> account.isOf(creator) && account.name().equals(name))
                .map(ServiceAccount::id)
                .findFirst();
    }

    @Override
    public void add(ServiceAccount account, String client) {
        accounts.put(account.id(), account);
    }

    @Override
    public void update(ServiceAccount account) {
        accounts.put(account.id(), account);
    }

    /** Its internal id is the account's own. */
    @Override
    public Made make(String name) {
        Principal made = realm.serviceAccount("sa-" + accounts.size());
        return new Made(made.id(), made.name(), made.id().value());
    }

    @Override
    public void rename(PrincipalId account, String name) {}

    @Override
    public void activate(PrincipalId account) {
        accounts.computeIfPresent(account, (id, found) -> found.withEnabled(true));
    }

    @Override
    public void deactivate(PrincipalId account) {
        accounts.computeIfPresent(account, (id, found) -> found.withEnabled(false));
    }

    @Override
    public void remove(PrincipalId account) {
        accounts.remove(account);
        keys.values().removeIf(kept -> kept.account().equals(account));
    }

    @Override
    public Page<ApiKey> of(PrincipalId account, PageRequest page) {
        List<ApiKey> found = new ArrayList<>();
        keys.values().stream().filter(kept -> kept.account().equals(account)).forEach(kept -> found.add(kept.key()));
        return new Page<>(found.stream().skip(page.first()).limit(page.max()).toList(), OptionalLong.of(found.size()));
    }

    @Override
    public Optional<ApiKey> find(PrincipalId account, ApiKeyId id) {
        return Optional.ofNullable(keys.get(id))
                .filter(kept -> kept.account().equals(account))
                .map(Kept::key);
    }

    @Override
    public void add(PrincipalId account, ApiKey key, KeyHash hash) {
        keys.put(key.id(), new Kept(account, key, hash));
    }

    @Override
    public void enable(PrincipalId account, ApiKeyId id, boolean enabled) {
        keys.computeIfPresent(
                id, (key, kept) -> new Kept(kept.account(), kept.key().withEnabled(enabled), kept.hash()));
    }

    @Override
    public void remove(PrincipalId account, ApiKeyId id) {
        keys.remove(id);
    }

    @Override
    public Optional<StoredKey> forChecking(String client, ApiKeyId id) {
        return Optional.ofNullable(keys.get(id))
                .filter(kept -> kept.account().value().equals(client))
                .map(kept -> stored(kept, accounts.get(kept.account())));
    }

    private StoredKey stored(Kept kept, ServiceAccount account) {
        return new StoredKey(
                kept.key().id(),
                kept.account(),
                kept.hash(),
                kept.key().enabled(),
                account.enabled(),
                realm.directory().enabled(account.creator().id()),
                kept.key().expiresAt(),
                kept.key().lastUsedAt());
    }

    @Override
    public void used(StoredKey key, Instant at, Instant notSince) {
        keys.computeIfPresent(key.id(), (id, kept) -> {
            ApiKey was = kept.key();
            ApiKey is = new ApiKey(id, was.name(), was.enabled(), was.createdAt(), was.expiresAt(), Optional.of(at));
            return new Kept(kept.account(), is, kept.hash());
        });
    }
}
