package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code permission} parameters as Keycloak writes them: {@code <node>}, {@code <node>#<action>,<action>},
 * {@code #<action>} and {@code resource-type…:<kind>}, with or without actions. No node is looked up here, so that an
 * action that does not exist is refused alike for nodes that exist and for those that do not.
 */
final class PermissionParameters {

    private static final String TYPE = "resource-type";
    private static final Pattern TYPE_FORM = Pattern.compile(TYPE + "(?:-any|-instance|-owner)?:(.*)");

    private final boolean byUri;
    private final String scope;
    private final Optional<Set<Action>> additional;

    /**
     * @param byUri whether nodes are named by URI; nodes have none, so that nothing is found
     * @param scope the request's {@code scope} parameter, whose actions stock Keycloak adds to those of each permission;
     *     null if absent
     */
    PermissionParameters(boolean byUri, String scope) {
        this.byUri = byUri;
        this.scope = scope;
        this.additional = scope == null || scope.isBlank() ? Optional.empty() : Optional.of(actionsAmong(scope));
    }

    /** @throws DomainProblem {@code unknown-action} or {@code malformed-value} */
    Asked parse(String parameter) {
        String[] parts = parameter.split("#", -1);
        if (parts.length > 2) {
            throw malformed();
        }
        List<String> actions = parts.length == 1 || parts[1].isBlank() ? List.of() : List.of(parts[1].split(","));
        return asked(parts[0], actions);
    }

    /**
     * @param reference null or blank for every node
     * @throws DomainProblem {@code unknown-action} or {@code malformed-value}
     */
    Asked asked(String reference, Collection<String> actionNames) {
        boolean unnamed = reference == null || reference.isBlank();
        if (unnamed && actionNames.isEmpty()) {
            throw malformed();
        }
        Set<Action> actions = actions(actionNames);
        if (unnamed) {
            return new Asked.EveryNode(Optional.empty(), actions);
        }
        return kind(reference)
                .<Asked>map(kind -> new Asked.EveryNode(Optional.of(kind), actions))
                .orElseGet(() -> new Asked.OneNode(byUri ? Optional.empty() : node(reference), actions));
    }

    private Set<Action> actions(Collection<String> names) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        names.forEach(name -> actions.add(Action.parse(name)));
        additional.ifPresent(actions::addAll);
        if (!actions.isEmpty()) {
            return actions;
        }
        if (additional.isPresent()) {
            throw DomainProblem.unknownAction(scope, Action.ids());
        }
        return EnumSet.allOf(Action.class);
    }

    private Optional<NodeKind> kind(String reference) {
        if (byUri || !reference.startsWith(TYPE)) {
            return Optional.empty();
        }
        Matcher form = TYPE_FORM.matcher(reference);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(NodeKind.values())
                .filter(kind -> kind.id().equals(form.group(1)))
                .findFirst();
    }

    private static Optional<NodeRef> node(String reference) {
        if (NodeId.isForm(reference)) {
            return Optional.of(NodeRef.of(new NodeId(reference)));
        }
        return NodePath.tryParse(reference).map(NodeRef::of);
    }

    private static Set<Action> actionsAmong(String scope) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        Arrays.stream(scope.split(" ")).map(Action::find).forEach(found -> found.ifPresent(actions::add));
        return actions;
    }

    private static DomainProblem malformed() {
        return DomainProblem.malformed(
                "permission", "write <node>, <node>#<action>,<action>, #<action> or resource-type:<kind>");
    }
}
