package io.featureaccess.domain.principal;

import java.util.List;
import java.util.Objects;

/**
 * A caller, told about themself.
 *
 * @param admin the account type: admin, or else principal
 * @param groups the paths of the groups they are a direct member of
 * @param notifications whether they are told by e-mail what concerns them
 */
public record Me(Principal principal, boolean admin, List<String> groups, boolean notifications) {

    public Me {
        Objects.requireNonNull(principal, "principal is null");
        groups = List.copyOf(groups);
    }

    public List<Capability> capabilities() {
        return Capability.of(admin);
    }
}
