package io.featureaccess.domain.group;

import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.List;

/** Where a group lies, or is to lie. */
public sealed interface GroupPlace {

    /** How the group is written in which another is to lie, for messages. */
    List<String> FORMS = List.of("group:/<path>", "id:<uuid>");

    /** In no other group. */
    record Top() implements GroupPlace {}

    /** In this group. */
    record In(PrincipalRef parent) implements GroupPlace {

        /** @throws DomainProblem {@code malformed-value} on {@code parent} where the reference cannot mean a group */
        public In {
            boolean group = parent instanceof PrincipalRef.ById
                    || parent instanceof PrincipalRef.ByName byName && byName.type() == PrincipalType.GROUP;
            if (!group) {
                throw DomainProblem.notOneOf("parent", parent.toString(), FORMS);
            }
        }
    }

    static GroupPlace top() {
        return new Top();
    }

    static GroupPlace in(PrincipalRef parent) {
        return new In(parent);
    }
}
