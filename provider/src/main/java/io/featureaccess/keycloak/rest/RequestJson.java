package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Answer;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.request.RequestOrigin;
import io.featureaccess.domain.request.RequestedNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request, or the permission that it or a grant became. Names are those of then.
 *
 * @param node a path, or {@code *} for all workspaces
 * @param role the role asked for; once it is granted, the one given
 * @param requestor who asked; absent where nobody did
 * @param principal who has the role once it is granted
 * @param expiresAt when the role ends, as it was asked for; once it is granted, as it was given
 * @param askedRole the role asked for, whatever was given
 * @param pendingUntil until when it can be answered; only while it is pending
 * @param endCause how it ended, unless an answer was the end of it
 */
record RequestJson(
        String id,
        String node,
        String kind,
        String role,
        String reason,
        String state,
        String origin,
        String requestor,
        String requestorId,
        String principal,
        String principalId,
        String createdAt,
        String expiresAt,
        String askedRole,
        String askedUntil,
        String pendingUntil,
        String answeredBy,
        String answeredById,
        String answeredAt,
        String answerReason,
        String grantId,
        String endCause,
        String endedBy,
        String endedById,
        String endedAt,
        String endReason) {

    static RequestJson of(AccessRequest request) {
        Principal principal = request.principal();
        boolean asked = request.origin() == RequestOrigin.REQUEST;
        Optional<NodePath> path = request.node().map(RequestedNode::path);
        Optional<Actor> endedBy = request.ending().flatMap(Ending::by);
        return new RequestJson(
                request.id().value(),
                path.map(NodePath::toString).orElse(GrantTarget.ALL_WORKSPACES),
                path.map(NodePath::kind).map(NodeKind::id).orElse(GrantTarget.ALL_WORKSPACES_KIND),
                request.terms().role().id(),
                text(request.reason()),
                request.state().id(),
                request.origin().id(),
                asked ? principal.reference() : null,
                asked ? principal.id().value() : null,
                principal.reference(),
                principal.id().value(),
                request.createdAt().toString(),
                time(request.terms().expiresAt()),
                request.asked().role().id(),
                time(request.asked().expiresAt()),
                time(request.pendingUntil()),
                answer(request, answer -> answer.by().name()),
                answer(request, answer -> answer.by().id().value()),
                answer(request, answer -> answer.at().toString()),
                text(request.answer().flatMap(Answer::reason)),
                text(request.grant().map(GrantId::value)),
                text(request.ending().map(ending -> ending.cause().id())),
                text(endedBy.map(Actor::name)),
                text(endedBy.map(by -> by.id().value())),
                time(request.ending().map(Ending::at)),
                text(request.ending().flatMap(Ending::reason)));
    }

    private static String answer(AccessRequest request, Function<Answer, String> field) {
        return text(request.answer().map(field));
    }

    private static String text(Optional<String> text) {
        return text.orElse(null);
    }

    private static String time(Optional<Instant> instant) {
        return text(instant.map(Instant::toString));
    }
}
