package io.featureaccess.domain.decision;

import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How roles held above or on a node arrive at it, and when they sleep. */
final class Inheritance {

    private final Facts facts;
    private final NodeFacts node;

    /** Of a feature set, the roles that count on its project: they decide whether grants below it are awake. */
    private final Set<Role> onProject;

    private Inheritance(Facts facts, NodeFacts node) {
        this.facts = facts;
        this.node = node;
        this.onProject = EnumSet.noneOf(Role.class);
        if (node.kind() == NodeKind.FEATURE_SET) {
            rolesAt(facts.upTo(NodeKind.PROJECT)).stream()
                    .filter(InheritedRole::counts)
                    .forEach(role -> onProject.add(role.inheritedAs()));
        }
    }

    /** Every held role that reaches the asked node, with the reason why it sleeps if it does. */
    static List<InheritedRole> rolesAt(Facts facts) {
        Inheritance inheritance = new Inheritance(facts, facts.node().orElseThrow());
        return facts.held().stream()
                .filter(held -> held.level().reaches(inheritance.node.kind()))
                .map(inheritance::arrive)
                .toList();
    }

    private InheritedRole arrive(HeldRole held) {
        Role inheritedAs = held.level().inheritedAs(held.role(), node.kind());
        return new InheritedRole(held, inheritedAs, sleep(held, inheritedAs));
    }

    private Optional<Sleep> sleep(HeldRole held, Role inheritedAs) {
        if (!facts.asker().enabled()) {
            return Optional.of(Sleep.DISABLED);
        }
        if (held.expiredAt(facts.at())) {
            return Optional.of(Sleep.EXPIRED);
        }
        if (node.secret() && inheritedAs != Role.OWNER || belowSecretProject() && !ownsProjectBy(held)) {
            return Optional.of(Sleep.SECRET);
        }
        if (held.level() == Level.FEATURE_SET && !enoughOnProject(held.role())) {
            return Optional.of(Sleep.PROJECT_ROLE_REQUIRED);
        }
        return Optional.empty();
    }

    private boolean belowSecretProject() {
        return node.kind() == NodeKind.FEATURE_SET
                && facts.ancestor(NodeKind.PROJECT).secret();
    }

    /** A secret project covers its feature sets: whoever owns only one of those is no owner of the project. */
    private boolean ownsProjectBy(HeldRole held) {
        return held.role() == Role.OWNER && onProject.contains(Role.OWNER);
    }

    /** Whether the asker's roles on the project, united, allow what a grant of this role on the asked feature set presupposes. */
    static boolean enoughOnProject(Facts facts, Role role) {
        return new Inheritance(facts, facts.node().orElseThrow()).enoughOnProject(role);
    }

    private boolean enoughOnProject(Role role) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        onProject.forEach(counting -> allowed.addAll(counting.actionsOn(NodeKind.PROJECT)));
        return allowed.containsAll(role.presupposedOnProject().actionsOn(NodeKind.PROJECT));
    }
}
