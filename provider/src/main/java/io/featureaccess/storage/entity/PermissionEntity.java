package io.featureaccess.storage.entity;

import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Answer;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.request.RequestState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A request or permission. Whether what it hangs on is still there says a column with a foreign key that empties itself: of a
 * granted one the grant, of a pending one the user who asked.
 */
@Entity(name = "FeatureAccessPermission")
@Table(name = "FA_PERMISSION")
public class PermissionEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "ORIGIN", length = 8, nullable = false)
    private String origin;

    @Column(name = "NODE_ID", length = 36)
    private String nodeId;

    @Column(name = "NODE_PATH", length = 191)
    private String nodePath;

    @Column(name = "KIND", length = 16, nullable = false)
    private String kind;

    @Column(name = "WORKSPACE_ID", length = 36)
    private String workspaceId;

    @Column(name = "PROJECT_ID", length = 36)
    private String projectId;

    @Column(name = "SECRET", nullable = false)
    private boolean secret;

    @Column(name = "PRINCIPAL_ID", nullable = false)
    private String principalId;

    @Column(name = "PRINCIPAL_TYPE", length = 20, nullable = false)
    private String principalType;

    @Column(name = "PRINCIPAL_NAME", length = 4000, nullable = false)
    private String principalName;

    @Column(name = "USER_ID", length = 36)
    private String userId;

    @Column(name = "ASKED_ROLE", length = 20, nullable = false)
    private String askedRole;

    @Column(name = "ASKED_UNTIL")
    private Long askedUntil;

    @Column(name = "ROLE", length = 20, nullable = false)
    private String role;

    @Column(name = "EXPIRES_AT")
    private Long expiresAt;

    @Column(name = "REASON", length = 4000)
    private String reason;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "STATE", length = 10, nullable = false)
    private String state;

    @Column(name = "ENDS_AT")
    private Long endsAt;

    @Column(name = "PENDING_KEY", length = 150)
    private String pendingKey;

    @Column(name = "GRANT_ID", length = 36)
    private String grantId;

    @Column(name = "LIVE_GRANT_ID", length = 36)
    private String liveGrantId;

    @Column(name = "ANSWERED_BY")
    private String answeredBy;

    @Column(name = "ANSWERED_BY_NAME", length = 4000)
    private String answeredByName;

    @Column(name = "ANSWERED_AT")
    private Long answeredAt;

    @Column(name = "ANSWER_REASON", length = 4000)
    private String answerReason;

    @Column(name = "END_CAUSE", length = 20)
    private String endCause;

    @Column(name = "ENDED_BY")
    private String endedBy;

    @Column(name = "ENDED_BY_NAME", length = 4000)
    private String endedByName;

    @Column(name = "ENDED_AT")
    private Long endedAt;

    @Column(name = "END_REASON", length = 4000)
    private String endReason;

    protected PermissionEntity() {}

    /** @param place where the node lies; empty for all workspaces */
    public static PermissionEntity of(String realmId, AccessRequest request, Optional<Lineage> place) {
        PermissionEntity entity = new PermissionEntity();
        entity.id = request.id().value();
        entity.realmId = realmId;
        entity.origin = request.origin().id();
        entity.nodeId = place.map(Lineage::id).orElse(null);
        entity.nodePath = request.node().map(node -> node.path().toString()).orElse(null);
        entity.kind = request.node().map(node -> node.path().kind().id()).orElse(GrantTarget.ALL_WORKSPACES_KIND);
        entity.workspaceId = place.map(Lineage::workspaceId).orElse(null);
        entity.projectId = place.flatMap(Lineage::projectId).orElse(null);
        entity.principalId = request.principal().id().value();
        entity.principalType = request.principal().type().id();
        entity.principalName = request.principal().name();
        entity.askedRole = request.asked().role().id();
        entity.askedUntil = micros(request.asked().expiresAt());
        entity.reason = request.reason().orElse(null);
        entity.createdAt = Micros.of(request.createdAt());
        entity.userId = request.state() == RequestState.PENDING ? entity.principalId : null;
        entity.step(request);
        entity.liveGrantId = entity.grantId;
        return entity;
    }

    /** What any step may change; whether the grant is there says the statement after it. */
    public void step(AccessRequest request) {
        state = state(request.state());
        role = request.terms().role().id();
        expiresAt = micros(request.terms().expiresAt());
        grantId = request.grant().map(Object::toString).orElse(null);
        answer(request.answer());
        end(request.ending());
        endsAt = switch (request.state()) {
            case PENDING -> micros(request.pendingUntil());
            case GRANTED -> expiresAt;
            default -> null;
        };
        pendingKey = request.state() == RequestState.PENDING
                ? pendingKey(request.node().orElseThrow().id(), principalId, askedRole)
                : null;
    }

    private void answer(Optional<Answer> answer) {
        answeredBy = answer.map(one -> one.by().id().value()).orElse(null);
        answeredByName = answer.map(one -> one.by().name()).orElse(null);
        answeredAt = micros(answer.map(Answer::at));
        answerReason = answer.flatMap(Answer::reason).orElse(null);
    }

    private void end(Optional<Ending> ending) {
        endCause = ending.map(one -> one.cause().id()).orElse(null);
        endedBy = ending.flatMap(Ending::by).map(by -> by.id().value()).orElse(null);
        endedByName = ending.flatMap(Ending::by).map(by -> by.name()).orElse(null);
        endedAt = micros(ending.map(Ending::at));
        endReason = ending.flatMap(Ending::reason).orElse(null);
    }

    private static Long micros(Optional<Instant> instant) {
        return instant.map(Micros::of).orElse(null);
    }

    public static String state(RequestState state) {
        return state.id().toLowerCase(Locale.ROOT);
    }

    /** Of which there is one at most while it is pending: a node's id is one realm's. */
    public static String pendingKey(NodeId node, String principalId, String role) {
        return node + " " + principalId + " " + role;
    }
}
