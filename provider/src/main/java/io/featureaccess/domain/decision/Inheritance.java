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

    private Inheritance() {}

    /** Every held role that reaches the asked node, with the reason why it sleeps if it does. */
    static List<InheritedRole> rolesAt(Facts facts) {
        NodeFacts node = facts.node().orElseThrow();
        return facts.held().stream()
                .filter(held -> held.level().reaches(node.kind()))
                .map(held -> new InheritedRole(held, roleAt(node.kind(), held), sleep(facts, node, held)))
                .toList();
    }

    /** H2O Feature Store: an editor of a project is owner of all its feature sets; any other role stays what it is. */
    private static Role roleAt(NodeKind kind, HeldRole held) {
        boolean projectEditorOnFeatureSet =
                kind == NodeKind.FEATURE_SET && held.level() == Level.PROJECT && held.role() == Role.EDITOR;
        return projectEditorOnFeatureSet ? Role.OWNER : held.role();
    }

    private static Optional<Sleep> sleep(Facts facts, NodeFacts node, HeldRole held) {
        if (!facts.asker().enabled()) {
            return Optional.of(Sleep.DISABLED);
        }
        if (held.expiredAt(facts.at())) {
            return Optional.of(Sleep.EXPIRED);
        }
        if (hidden(facts, node, held)) {
            return Optional.of(Sleep.SECRET);
        }
        if (held.level() == Level.FEATURE_SET && !enoughOnProject(facts, held.role())) {
            return Optional.of(Sleep.PROJECT_ROLE_REQUIRED);
        }
        return Optional.empty();
    }

    /** Whether secrecy on the way puts this role to sleep: it spares owners only, and of a secret project at the project. */
    private static boolean hidden(Facts facts, NodeFacts node, HeldRole held) {
        if (node.secret() && roleAt(node.kind(), held) != Role.OWNER) {
            return true;
        }
        boolean belowSecretProject = node.kind() == NodeKind.FEATURE_SET
                && facts.ancestor(NodeKind.PROJECT).secret();
        if (!belowSecretProject) {
            return false;
        }
        return held.level() == Level.FEATURE_SET
                ? held.role() != Role.OWNER || !ownsProject(facts)
                : held.role() != Role.OWNER;
    }

    private static boolean ownsProject(Facts facts) {
        return countingAtProject(facts).contains(Role.OWNER);
    }

    /** Whether the asker's roles on the project, united, allow what a grant of this role below it presupposes. */
    static boolean enoughOnProject(Facts facts, Role role) {
        Set<Action> held = EnumSet.noneOf(Action.class);
        countingAtProject(facts).forEach(counting -> held.addAll(counting.actionsOn(NodeKind.PROJECT)));
        return held.containsAll(presupposedBy(role).actionsOn(NodeKind.PROJECT));
    }

    /** Which role's actions on the project a grant on one of its feature sets presupposes. */
    static Role presupposedBy(Role role) {
        return switch (role) {
            case OWNER, EDITOR, SENSITIVE_CONSUMER, CONSUMER -> Role.CONSUMER;
            case OPERATOR, VIEWER -> Role.VIEWER;
            case DATA_READER -> Role.DATA_READER;
        };
    }

    private static List<Role> countingAtProject(Facts facts) {
        return rolesAt(facts.upTo(NodeKind.PROJECT)).stream()
                .filter(InheritedRole::counts)
                .map(InheritedRole::inheritedAs)
                .toList();
    }
}
