package io.featureaccess.domain.request;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantOrigin;
import io.featureaccess.domain.principal.Principal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A request for a role, or the permission that it became; a grant that nobody asked for appears alike. Once it has ended it
 * only tells what was, by the names of that time.
 *
 * @param node empty for all workspaces, which nobody can ask for
 * @param principal who asked, and who has the role once it is granted
 * @param terms what holds: what was asked for until an answer gives less, and the grant's own from then on
 * @param reason why it was asked for or, of a grant that was not, given
 * @param pendingUntil of a pending request, the first instant at which it is too late to answer
 * @param grant what a granted one became; known also when that is gone
 */
public record AccessRequest(
        RequestId id,
        RequestOrigin origin,
        Optional<RequestedNode> node,
        Principal principal,
        Terms asked,
        Terms terms,
        Optional<String> reason,
        Instant createdAt,
        RequestState state,
        Optional<Instant> pendingUntil,
        Optional<Answer> answer,
        Optional<GrantId> grant,
        Optional<Ending> ending) {

    public AccessRequest {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(origin, "origin is null");
        Objects.requireNonNull(node, "node is null");
        Objects.requireNonNull(principal, "principal is null");
        Objects.requireNonNull(asked, "asked is null");
        Objects.requireNonNull(terms, "terms is null");
        Objects.requireNonNull(reason, "reason is null");
        Objects.requireNonNull(createdAt, "createdAt is null");
        Objects.requireNonNull(state, "state is null");
        Objects.requireNonNull(pendingUntil, "pendingUntil is null");
        Objects.requireNonNull(answer, "answer is null");
        Objects.requireNonNull(grant, "grant is null");
        Objects.requireNonNull(ending, "ending is null");
    }

    /** @param pendingUntil by when somebody has to answer */
    public static AccessRequest asked(
            RequestedNode node, Principal by, Terms terms, String reason, Instant at, Instant pendingUntil) {
        return new AccessRequest(
                RequestId.random(),
                RequestOrigin.REQUEST,
                Optional.of(node),
                by,
                terms,
                terms,
                Optional.of(reason),
                at,
                RequestState.PENDING,
                Optional.of(pendingUntil),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The permission that a grant is which nobody asked for.
     *
     * @param id the grant's own, unless another permission has it
     * @param node empty for all workspaces
     */
    public static AccessRequest ofGrant(
            RequestId id, Grant grant, Optional<RequestedNode> node, Principal holder, Actor by) {
        Terms terms = new Terms(grant.role(), grant.expiresAt());
        return new AccessRequest(
                id,
                grant.origin() == GrantOrigin.RULE ? RequestOrigin.RULE : RequestOrigin.DIRECT,
                node,
                holder,
                terms,
                terms,
                grant.reason(),
                grant.grantedAt(),
                RequestState.GRANTED,
                Optional.empty(),
                Optional.of(new Answer(by, grant.grantedAt(), Optional.empty())),
                Optional.of(grant.id()),
                Optional.empty());
    }

    /** @param given what the grant is, which may be less than was asked for, and may last longer if it was there before */
    public AccessRequest approved(Answer with, Terms given, GrantId became) {
        return after(RequestStep.APPROVE, given, Optional.of(with), Optional.of(became), Optional.empty());
    }

    public AccessRequest rejected(Answer with) {
        return after(RequestStep.REJECT, terms, Optional.of(with), grant, Optional.empty());
    }

    public AccessRequest withdrawn(Ending how) {
        return after(RequestStep.WITHDRAW, terms, answer, grant, Optional.of(how));
    }

    private AccessRequest after(
            RequestStep step,
            Terms newTerms,
            Optional<Answer> newAnswer,
            Optional<GrantId> newGrant,
            Optional<Ending> newEnding) {
        return new AccessRequest(
                id,
                origin,
                node,
                principal,
                asked,
                newTerms,
                reason,
                createdAt,
                step.from(state),
                Optional.empty(),
                newAnswer,
                newGrant,
                newEnding);
    }
}
