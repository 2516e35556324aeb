package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.role.Action;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one {@code permission} parameter asks for. */
sealed interface Asked {

    /** The actions asked for, never empty: where the parameter names none, all there are. */
    Set<Action> actions();

    /**
     * @param node empty where the text can name no node: such a request is answered exactly like one for a node that
     *     does not exist
     */
    record OneNode(Optional<NodeRef> node, Set<Action> actions) implements Asked {
        public OneNode {
            actions = copyOf(actions);
        }
    }

    /**
     * Every node on which a role is held.
     *
     * @param kind empty for nodes of any kind
     */
    record EveryNode(Optional<NodeKind> kind, Set<Action> actions) implements Asked {

        /** What a request without any {@code permission} parameter means. */
        static final EveryNode EVERYTHING = new EveryNode(Optional.empty(), EnumSet.allOf(Action.class));

        public EveryNode {
            actions = copyOf(actions);
        }

        /**
         * The actions to look nodes up by: none where any will do, else one after the other. The first nodes of each such
         * list, put together, hold the first nodes of all.
         */
        List<Optional<Action>> separately() {
            return actions.size() == Action.values().length
                    ? List.of(Optional.empty())
                    : actions.stream().map(Optional::of).toList();
        }
    }

    private static Set<Action> copyOf(Set<Action> actions) {
        return Collections.unmodifiableSet(EnumSet.copyOf(actions));
    }
}
