package io.featureaccess.domain.decision;

import io.featureaccess.domain.decision.Facts.Asker;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.role.Role;
import java.util.Optional;

/** What a role on a feature set presupposes on its project: without it, the grant would sleep. */
public final class ProjectRole {

    private ProjectRole() {}

    /**
     * The weakest role that has to be given on the project first; in a secret project only owners count.
     *
     * @param facts about the principal and a feature set; of a group, what it and its parents hold. A disabled account is
     *     judged as it will be once it is enabled
     * @return empty where the principal's roles on the project, united, suffice
     */
    public static Optional<Role> missing(Facts facts, Role wanted) {
        Facts enabled =
                new Facts(facts.lineage(), new Asker(true, false, false), facts.held(), facts.settings(), facts.at());
        if (Inheritance.enoughOnProject(enabled, wanted)) {
            return Optional.empty();
        }
        boolean secret = facts.ancestor(NodeKind.PROJECT).secret();
        return Optional.of(secret ? Role.OWNER : wanted.presupposedOnProject());
    }
}
