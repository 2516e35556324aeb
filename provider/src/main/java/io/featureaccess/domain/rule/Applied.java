package io.featureaccess.domain.rule;

import io.featureaccess.domain.principal.PrincipalId;
import java.util.List;
import java.util.Set;

/**
 * What came of one mapper's rules at a login.
 *
 * @param groups those that the rules give, and that the user is in now
 * @param problems what could not be done, for people; empty where all was
 */
public record Applied(Set<PrincipalId> groups, List<String> problems) {

    public Applied {
        groups = Set.copyOf(groups);
        problems = List.copyOf(problems);
    }

    public static Applied nothing(String problem) {
        return new Applied(Set.of(), List.of(problem));
    }
}
