package io.featureaccess.domain.decision;

import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.Reason.Code;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The words of decisions: one place, so that every door says the same. */
final class Reasons {

    static final Reason NO_SUCH_NODE =
            new Reason(Code.NO_SUCH_NODE, "there is no such node, or the asker cannot see it");

    private static final Comparator<InheritedRole> STRONGEST_FIRST = Comparator.comparing(
                    InheritedRole::inheritedAs, Role.STRONGEST_FIRST)
            .thenComparing(role -> role.source().level(), Comparator.reverseOrder())
            .thenComparing(role -> role.source().via().orElse(""))
            .thenComparing(role -> role.source().grant().value());

    private Reasons() {}

    static List<Reason> ofPermit(Action action, Facts facts, Access access) {
        NodeKind kind = facts.node().orElseThrow().kind();
        List<Reason> reasons = new ArrayList<>();
        access.roles().stream()
                .filter(InheritedRole::counts)
                .filter(role ->
                        role.inheritedAs().actionsOn(kind, facts.settings()).contains(action))
                .sorted(STRONGEST_FIRST)
                .forEach(role -> reasons.add(new Reason(Code.ROLE, won(role, facts))));
        if (access.unlocked() && action == Action.VIEW) {
            reasons.add(new Reason(Code.UNLOCKED, "the workspace is unlocked, so everyone may see this"));
        }
        if (access.adminPowers().contains(action)) {
            reasons.add(
                    facts.secretOnTheWay().isPresent()
                            ? new Reason(Code.BREAK_GLASS, "an admin looks at a secret node, on record")
                            : new Reason(Code.ADMIN, "an admin may do this to every node that is not secret"));
        }
        return reasons;
    }

    static List<Reason> ofDenial(Action action, Facts facts, Access access) {
        NodeFacts node = facts.node().orElseThrow();
        if (!action.appliesTo(node.kind())) {
            return List.of(new Reason(
                    Code.NOT_APPLICABLE,
                    "'" + action.id() + "' is not an action on a " + node.kind().id()));
        }
        if (!facts.asker().enabled()) {
            return List.of(new Reason(Code.DISABLED, "the account is disabled or does not exist"));
        }
        List<Reason> reasons = new ArrayList<>();
        access.roles().stream()
                .filter(role -> role.inheritedAs()
                        .actionsOn(node.kind(), facts.settings())
                        .contains(action))
                .sorted(STRONGEST_FIRST)
                .forEach(role -> reasons.add(asleep(role, facts)));
        List<Role> tooWeak = access.countingRoles();
        if (!tooWeak.isEmpty()) {
            reasons.add(new Reason(
                    Code.ROLE_TOO_WEAK,
                    "'" + action.id() + "' is not among the actions of "
                            + String.join(", ", tooWeak.stream().map(Role::id).toList())));
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason(Code.NO_GRANT, "no role that counts is held here or above"));
        }
        if (action == Action.VIEW) {
            unseen(facts)
                    .filter(why -> reasons.stream().noneMatch(reason -> reason.code() == why.code()))
                    .ifPresent(reasons::add);
        }
        return reasons;
    }

    /** Why the node is not seen without a role, where no reason about a role says so already. */
    private static Optional<Reason> unseen(Facts facts) {
        return facts.secretOnTheWay()
                .map(secret -> new Reason(Code.SECRET, secret.path() + " is secret: only its owners see it"))
                .or(() -> facts.lockOnTheWay()
                        .map(locked -> new Reason(
                                Code.LOCKED,
                                locked.path() + " is locked: without a role that shows it, this is not seen")));
    }

    private static String won(InheritedRole role, Facts facts) {
        HeldRole source = role.source();
        String text = source.role().id() + " on " + grantedOn(source, facts);
        if (source.via().isPresent()) {
            text += " through group " + source.via().get();
        }
        if (Level.of(facts.node().orElseThrow().kind()) != source.level()) {
            text += ", inherited as " + role.inheritedAs().id();
        }
        return text;
    }

    private static Reason asleep(InheritedRole role, Facts facts) {
        String won = won(role, facts);
        return switch (role.sleep().orElseThrow()) {
            case EXPIRED -> new Reason(Code.EXPIRED, won + " has expired");
            case SECRET ->
                new Reason(
                        Code.SECRET,
                        won + " sleeps: " + facts.secretOnTheWay().orElseThrow().path()
                                + " is secret, and only its owners count");
            case PROJECT_ROLE_REQUIRED ->
                new Reason(
                        Code.SLEEPING,
                        won + " sleeps: it needs the actions of "
                                + role.source().role().presupposedOnProject().id() + " on the project");
            case DISABLED -> new Reason(Code.DISABLED, "the account is disabled or does not exist");
        };
    }

    private static String grantedOn(HeldRole source, Facts facts) {
        return source.level() == Level.ALL_WORKSPACES
                ? "all workspaces"
                : facts.lineage().get(source.level().ordinal() - 1).path().toString();
    }
}
