package io.featureaccess.domain.account;

import io.featureaccess.domain.group.JoinedGroups;
import io.featureaccess.domain.principal.Capability;
import io.featureaccess.domain.principal.Principal;
import java.util.List;
import java.util.Objects;

/**
 * A caller, told about themself.
 *
 * @param admin the account type: admin, or else principal
 * @param groups those that they are a direct member of
 * @param notifications whether they are told by e-mail what concerns them
 */
public record Me(Principal principal, boolean admin, JoinedGroups groups, boolean notifications) {

    public Me {
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(groups, "groups is null");
    }

    public List<Capability> capabilities() {
        return Capability.of(principal.type(), admin);
    }
}
