package io.featureaccess.storage;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.util.Optional;

/** Rows of grants, read back. */
final class GrantRows {

    /** The columns of a table or selection called {@code g}, in the order in which {@link #grant} takes them. */
    static final String COLUMNS =
            "g.ID, g.TARGET, g.PRINCIPAL_ID, g.ROLE, g.ORIGIN, g.EXPIRES_AT, g.REASON," + " g.GRANTED_BY, g.GRANTED_AT";

    /** How many columns a grant takes. */
    static final int WIDTH = 9;

    private GrantRows() {}

    static Grant grant(Row row) {
        return grant(row, 0);
    }

    /** @param first the number of the grant's first column */
    static Grant grant(Row row, int first) {
        return new Grant(
                new GrantId(row.text(first)),
                target(row.text(first + 1)),
                new PrincipalId(row.text(first + 2)),
                Role.parse(row.text(first + 3)),
                origin(row.text(first + 4)),
                row.optionalInstant(first + 5),
                row.optionalText(first + 6),
                new PrincipalId(row.text(first + 7)),
                row.instant(first + 8));
    }

    /** Empty for all workspaces. */
    static Optional<NodeId> nodeOf(Grant grant) {
        return grant.target() instanceof GrantTarget.OnNode on ? Optional.of(on.node()) : Optional.empty();
    }

    private static GrantTarget target(String target) {
        return target.equals(GrantTarget.ALL_WORKSPACES)
                ? GrantTarget.allWorkspaces()
                : GrantTarget.node(new NodeId(target));
    }

    private static GrantOrigin origin(String id) {
        return id.equals(GrantOrigin.RULE.id()) ? GrantOrigin.RULE : GrantOrigin.DIRECT;
    }
}
