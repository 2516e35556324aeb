package io.featureaccess.domain.rule;

import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a login with certain attributes would change.
 *
 * @param principal whose login it would be; empty for somebody new
 * @param accountTypeAfter what is given by the role itself: that of a group counts beside it
 * @param notes what would not be as one might expect, for people
 */
public record RulePreview(
        Optional<Principal> principal,
        Shift<String> groups,
        Shift<RoleShift> roles,
        AccountType accountTypeBefore,
        AccountType accountTypeAfter,
        List<String> notes) {

    public RulePreview {
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(accountTypeBefore, "accountTypeBefore is null");
        Objects.requireNonNull(accountTypeAfter, "accountTypeAfter is null");
        notes = List.copyOf(notes);
    }

    /** What comes, and what goes. */
    public record Shift<T>(List<T> gained, List<T> lost) {

        public Shift {
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }
    }

    /**
     * A role on a node that comes or goes with a group.
     *
     * @param node its path, or {@code *} for all workspaces
     * @param role its id
     * @param via the reference of the group
     */
    public record RoleShift(String node, String role, String via) {}
}
