package io.featureaccess.domain.serviceaccount;

import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A service account that somebody made here, and answers for.
 *
 * @param id that of its user, by which it holds grants
 * @param clientId generated, and never anybody else's
 * @param name unique among those of its creator: among all, a taken name would tell of accounts that one cannot see
 * @param enabled whether its client and its user both are
 * @param lastUsedAt when one of its keys last got a token, to about a minute; empty where none ever did
 */
public record ServiceAccount(
        PrincipalId id,
        String clientId,
        String name,
        String description,
        Creator creator,
        boolean enabled,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {

    /**
     * Who answers for the account.
     *
     * @param username empty where that user is gone
     * @param enabled whether they are there and enabled
     */
    public record Creator(PrincipalId id, Optional<String> username, boolean enabled) {

        public Creator {
            Objects.requireNonNull(id, "id is null");
            Objects.requireNonNull(username, "username is null");
        }

        /** By name, or by id where the user is gone. */
        public String reference() {
            return username.map(name -> new Principal(id, PrincipalType.USER, name).reference())
                    .orElse("id:" + id);
        }
    }

    public ServiceAccount {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(clientId, "clientId is null");
        AccountText.requireName(name);
        AccountText.requireDescription(description);
        Objects.requireNonNull(creator, "creator is null");
        Objects.requireNonNull(createdAt, "createdAt is null");
        Objects.requireNonNull(lastUsedAt, "lastUsedAt is null");
    }

    public Principal principal() {
        return new Principal(id, PrincipalType.SERVICE_ACCOUNT, clientId);
    }

    /** Whether all its keys are refused until an admin names another creator. */
    public boolean isSuspended() {
        return !creator.enabled();
    }

    public boolean isOf(PrincipalId person) {
        return creator.id().equals(person);
    }

    public ServiceAccount described(String newName, String newDescription) {
        return new ServiceAccount(id, clientId, newName, newDescription, creator, enabled, createdAt, lastUsedAt);
    }

    public ServiceAccount of(Creator other) {
        return new ServiceAccount(id, clientId, name, description, other, enabled, createdAt, lastUsedAt);
    }

    public ServiceAccount withEnabled(boolean now) {
        return new ServiceAccount(id, clientId, name, description, creator, now, createdAt, lastUsedAt);
    }
}
