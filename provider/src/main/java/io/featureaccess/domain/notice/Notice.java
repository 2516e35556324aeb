package io.featureaccess.domain.notice;

import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that people are to be told, kept with the change that it tells of. It names the node by its id alone: the path is
 * looked up when a letter is sent, for whoever may still know of the node then.
 *
 * @param node empty for all workspaces
 * @param principal whom it concerns, by reference: who asks, who holds the grant, who broke the glass
 * @param role the role asked for, granted, about to end, ended or taken
 * @param reason as the one gave it who asked, answered, took the grant, or broke the glass
 * @param endsAt when the grant asked for, given or held ends
 */
public record Notice(
        NoticeKind kind,
        Audience audience,
        Optional<NodeId> node,
        String principal,
        Optional<Role> role,
        Optional<String> reason,
        Optional<Instant> endsAt) {

    public Notice {
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(audience, "audience is null");
        Objects.requireNonNull(node, "node is null");
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(reason, "reason is null");
        Objects.requireNonNull(endsAt, "endsAt is null");
    }

    /** For those who can answer: somebody asks for a role. */
    public static Notice requestMade(
            NodeId node, Principal requestor, Role role, Optional<String> reason, Optional<Instant> endsAt) {
        return new Notice(
                NoticeKind.REQUEST_MADE,
                new Audience.Answerers(requestor.id()),
                Optional.of(node),
                requestor.reference(),
                Optional.of(role),
                reason,
                endsAt);
    }

    /** For the requestor: the request was granted, perhaps with a weaker role or an earlier end. */
    public static Notice requestGranted(
            NodeId node, Principal requestor, Role role, Optional<String> reason, Optional<Instant> endsAt) {
        return answer(NoticeKind.REQUEST_GRANTED, node, requestor, role, reason, endsAt);
    }

    /** For the requestor: the request was rejected. */
    public static Notice requestRejected(NodeId node, Principal requestor, Role role, Optional<String> reason) {
        return answer(NoticeKind.REQUEST_REJECTED, node, requestor, role, reason, Optional.empty());
    }

    /** For the requestor: nobody answered in time. */
    public static Notice requestLapsed(NodeId node, Principal requestor, Role role) {
        return answer(NoticeKind.REQUEST_LAPSED, node, requestor, role, Optional.empty(), Optional.empty());
    }

    /** For the holder of a grant, or where that is a group, for those who can prolong it. */
    public static Notice endsSoon(Optional<NodeId> node, Principal holder, Role role, Instant endsAt) {
        return end(NoticeKind.ENDS_SOON, node, holder, role, endsAt);
    }

    /** For the same: it has ended. */
    public static Notice ended(Optional<NodeId> node, Principal holder, Role role, Instant endsAt) {
        return end(NoticeKind.ENDED, node, holder, role, endsAt);
    }

    private static Notice end(NoticeKind kind, Optional<NodeId> node, Principal holder, Role role, Instant endsAt) {
        Audience audience =
                switch (holder.type()) {
                    case GROUP -> new Audience.Answerers(holder.id());
                    case USER, SERVICE_ACCOUNT -> new Audience.Person(holder.id());
                };
        return new Notice(
                kind, audience, node, holder.reference(), Optional.of(role), Optional.empty(), Optional.of(endsAt));
    }

    /** For the holder of a grant that somebody took. */
    public static Notice revoked(Optional<NodeId> node, Principal holder, Role role, Optional<String> reason) {
        return new Notice(
                NoticeKind.REVOKED,
                new Audience.Person(holder.id()),
                node,
                holder.reference(),
                Optional.of(role),
                reason,
                Optional.empty());
    }

    /** For the owners of a secret node: an admin broke the glass. */
    public static Notice glassBroken(NodeId node, PrincipalId admin, String adminName, Optional<String> reason) {
        return new Notice(
                NoticeKind.GLASS_BROKEN,
                new Audience.Answerers(admin),
                Optional.of(node),
                adminName,
                Optional.empty(),
                reason,
                Optional.empty());
    }

    private static Notice answer(
            NoticeKind kind,
            NodeId node,
            Principal requestor,
            Role role,
            Optional<String> reason,
            Optional<Instant> endsAt) {
        return new Notice(
                kind,
                new Audience.Person(requestor.id()),
                Optional.of(node),
                requestor.reference(),
                Optional.of(role),
                reason,
                endsAt);
    }
}
