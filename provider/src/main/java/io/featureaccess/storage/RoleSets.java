package io.featureaccess.storage;

import io.featureaccess.domain.role.Role;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sets of roles as statements take them: computed from the domain's table of roles, which no SQL repeats. */
final class RoleSets {

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
}
