package io.featureaccess.application.port;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Users who may be told of something by e-mail: enabled, with an address, and who did not switch it off. */
public interface Recipients {

    /**
     * Those to whom the owner role is granted on the node, above it or on all workspaces, themselves or by a group they are
     * in, also by its subgroups: whose grant is nearest comes first. Whether a grant counts is for the decision to say.
     *
     * @param node empty for all workspaces
     */
    List<PrincipalId> owners(Optional<NodeId> node, Instant at, int max);

    /** Admins, by name. */
    List<PrincipalId> admins(int max);

    /** Whether letters may go to this user. */
    boolean wants(PrincipalId id);
}
