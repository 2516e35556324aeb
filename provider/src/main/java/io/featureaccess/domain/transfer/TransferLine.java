package io.featureaccess.domain.transfer;

import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Optional;

/** One line of an export. What is optional may be left out of files written by hand. */
public sealed interface TransferLine {

    /** The version of the format that this code writes, and the only one it reads. */
    int VERSION = 1;

    /** How many characters of free text the line holds: what is in memory while it waits. */
    default long weight() {
        return 0;
    }

    /**
     * The first line.
     *
     * @param realm the name of the realm that the lines come from
     * @param realmId its id: in the same realm a principal is known by id alone, so that a later namesake inherits nothing
     * @param secretNodes whether secret nodes and what is below them are among the lines
     */
    record Header(
            Optional<String> realm,
            Optional<String> realmId,
            Optional<Instant> exportedAt,
            Optional<Boolean> secretNodes)
            implements TransferLine {}

    /** A node; its parent stands on an earlier line. */
    record NodeLine(
            Optional<NodeId> id,
            NodePath path,
            NodeTraits traits,
            String displayName,
            String description,
            Optional<Who> createdBy,
            Optional<Instant> createdAt)
            implements TransferLine {

        @Override
        public long weight() {
            long features = traits instanceof NodeTraits.FeatureSet featureSet
                    ? featureSet.sensitiveFeatures().stream()
                            .mapToLong(String::length)
                            .sum()
                    : 0;
            return description.length() + features;
        }
    }

    /**
     * A grant; it follows its node, before any other node. Grants on all workspaces come before the first node.
     *
     * @param node empty for all workspaces
     */
    record GrantLine(
            Optional<GrantId> id,
            Optional<NodePath> node,
            Who principal,
            Role role,
            GrantOrigin origin,
            Optional<Instant> expiresAt,
            Optional<String> reason,
            Optional<Who> grantedBy,
            Optional<Instant> grantedAt)
            implements TransferLine {}

    /** A row of the audit log; exported for the record, and passed over by an import: history is not made afterwards. */
    record AuditLine(Optional<AuditRow> row) implements TransferLine {

        /** What a reader makes of an audit line: nothing. */
        public static final AuditLine PASSED_OVER = new AuditLine(Optional.empty());
    }

    /** The last line, by which a file that was cut off is known. */
    record End(long nodes, long grants) implements TransferLine {}
}
