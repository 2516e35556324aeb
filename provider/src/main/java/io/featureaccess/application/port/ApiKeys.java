package io.featureaccess.application.port;

import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.serviceaccount.ApiKey;
import io.featureaccess.domain.serviceaccount.ApiKeyId;
import io.featureaccess.domain.serviceaccount.KeyHash;
import io.featureaccess.domain.serviceaccount.StoredKey;
import java.util.Optional;

/** The API keys of service accounts; they go with their account. */
public interface ApiKeys {

    /** By name. */
    Page<ApiKey> of(PrincipalId account, PageRequest page);

    Optional<ApiKey> find(PrincipalId account, ApiKeyId id);

    void add(PrincipalId account, ApiKey key, KeyHash hash);

    void enable(PrincipalId account, ApiKeyId id, boolean enabled);

    void remove(PrincipalId account, ApiKeyId id);

    /**
     * All that decides about a key, by one statement.
     *
     * @param client the internal id of the client that shows it: another client's key is none
     */
    Optional<StoredKey> forChecking(String client, ApiKeyId id);
}
