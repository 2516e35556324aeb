package io.featureaccess.domain.rule;

import io.featureaccess.domain.principal.PrincipalId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps by which one user is brought up to date with one mapper's rules.
 *
 * @param groups those about which anything changes, and be it only who gave them
 * @param admin the step to or from the admin account type
 * @param adminBefore where the user stands with that
 */
public record Plan(Map<PrincipalId, Holding.Step> groups, Holding.Step admin, Holding adminBefore) {

    public Plan {
        groups = Map.copyOf(groups);
        Objects.requireNonNull(admin, "admin is null");
        Objects.requireNonNull(adminBefore, "adminBefore is null");
    }

    public boolean isEmpty() {
        return groups.isEmpty() && !changesAdmin();
    }

    /** Whether anything about the account type changes, and be it only who gave it. */
    public boolean changesAdmin() {
        return admin.changes(adminBefore);
    }

    /** The groups with which this is done. */
    public Set<PrincipalId> groupsTo(Holding.Change change) {
        return groups.entrySet().stream()
                .filter(entry -> entry.getValue().change() == change)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same without steps that turned out to be impossible. */
    public Plan without(Set<PrincipalId> refused) {
        Map<PrincipalId, Holding.Step> rest = new HashMap<>(groups);
        rest.keySet().removeAll(refused);
        return new Plan(rest, admin, adminBefore);
    }

    /** The same with the account type left as it is. */
    public Plan withoutAdmin() {
        return new Plan(groups, new Holding.Step(Holding.Change.NONE, adminBefore.sources()), adminBefore);
    }
}
