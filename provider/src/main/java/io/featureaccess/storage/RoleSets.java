package io.featureaccess.storage;

import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.role.Role;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sets of roles as statements take them: computed from the domain's table of roles, which no SQL repeats. */
final class RoleSets {

    /** Roles on a project that make their holder an owner of its feature sets. */
    static final List<String> OWNING_FROM_PROJECT =
            of(role -> Level.PROJECT.inheritedAs(role, NodeKind.FEATURE_SET).implies(Role.OWNER));

    private RoleSets() {}

    static List<String> of(Predicate<Role> wanted) {
        return Arrays.stream(Role.values()).filter(wanted).map(Role::id).toList();
    }

    /** An expression that sorts a column of roles strongest first. */
    static String strongestFirst(String column) {
        return Arrays.stream(Role.values())
                .map(role -> " WHEN '" + role.id() + "' THEN " + -role.ordinal())
                .collect(Collectors.joining("", "CASE " + column, " END"));
    }

    /** The roles as a text has them in its parentheses. */
    static String literals(List<String> roles) {
        return roles.stream().collect(Collectors.joining("', '", "'", "'"));
    }
}
