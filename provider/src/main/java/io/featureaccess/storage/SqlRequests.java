package io.featureaccess.storage;

import io.featureaccess.application.port.Requests;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.request.RequestFilter;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.role.Role;
import io.featureaccess.storage.entity.Lineage;
import io.featureaccess.storage.entity.Micros;
import io.featureaccess.storage.entity.PermissionEntity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link Requests} in the table {@code FA_PERMISSION}. */
public final class SqlRequests implements Requests {

    private static final String SELECT =
            "SELECT " + PermissionRows.COLUMNS + " FROM FA_PERMISSION r WHERE " + Sql.inRealm("r") + " AND ";

    private final Sql sql;
    private final SqlFactsReader facts;

    /** @param adminRole the id of the role that makes an admin; blank where there is none */
    public SqlRequests(EntityManager entities, String realm, String adminRole) {
        this.sql = new Sql(entities, realm);
        this.facts = new SqlFactsReader(entities, realm, adminRole);
    }

    @Override
    public void add(AccessRequest pending) {
        NodeId node = pending.node().orElseThrow().id();
        Lineage place = sql.statement("SELECT n.ID, n.WORKSPACE_ID, n.PROJECT_ID FROM FA_NODE n"
                        + " WHERE n.REALM_ID = :realm AND n.ID = :node")
                .with("node", node.value())
                .row()
                .map(row -> new Lineage(row.text(0), row.text(1), row.optionalText(2)))
                .orElseThrow(DomainProblem::noSuchNode);
        makeRoom(
                PermissionEntity.pendingKey(
                        node,
                        pending.principal().id().value(),
                        pending.asked().role().id()),
                pending.createdAt());
        sql.insert(
                List.of(PermissionEntity.of(sql.realm(), pending, Optional.of(place))),
                DomainProblem::changedMeanwhile);
    }

    /** One that has lapsed holds up no other; what became of it is written down in its time. */
    private void makeRoom(String key, Instant at) {
        sql.statement("UPDATE FA_PERMISSION r SET PENDING_KEY = NULL WHERE " + Sql.inRealm("r")
                        + " AND PENDING_KEY = :key AND ENDS_AT <= :at")
                .with("key", key)
                .with("at", Micros.of(at))
                .run();
    }

    @Override
    public Optional<AccessRequest> find(RequestId id, Instant at) {
        return select("r.ID = :id", at).with("id", id.value()).row().map(PermissionRows::request);
    }

    @Override
    public Optional<AccessRequest> lock(RequestId id, Instant at) {
        return select("r.ID = :id FOR UPDATE", at).with("id", id.value()).row().map(PermissionRows::request);
    }

    @Override
    public Optional<AccessRequest> pending(NodeId node, PrincipalId principal, Role role, Instant at) {
        return select("r.PENDING_KEY = :key AND r.ENDS_AT > :at", at)
                .with("key", PermissionEntity.pendingKey(node, principal.value(), role.id()))
                .row()
                .map(PermissionRows::request);
    }

    private Statement select(String which, Instant at) {
        return sql.statement(SELECT + which).with("at", Micros.of(at));
    }

    @Override
    public void update(AccessRequest stepped) {
        sql.change(PermissionEntity.class, List.of(stepped.id().value()), row -> row.step(stepped));
        stepped.grant().ifPresent(grant -> sql.statement("UPDATE FA_PERMISSION r SET LIVE_GRANT_ID ="
                        + " (SELECT g.ID FROM FA_GRANT g WHERE " + Sql.inRealm("g") + " AND g.ID = :grant)"
                        + " WHERE " + Sql.inRealm("r") + " AND ID = :id AND STATE = 'granted'")
                .with("grant", grant.value())
                .with("id", stepped.id().value())
                .run());
    }

    @Override
    public List<AccessRequest> of(PrincipalId principal, RequestFilter filter, PageRequest page, Instant at) {
        return new OwnRequests(sql, facts).read(principal, filter, page, at);
    }

    @Override
    public List<Located> manageable(
            PrincipalId reader, boolean glassBroken, RequestFilter filter, PageRequest page, Instant at) {
        return new ManagedRequests(sql, facts, filter).read(reader, glassBroken, page, at);
    }

    @Override
    public List<Located> unrecorded(Instant at, int max) {
        return sql.statement(Unrecorded.TEXT)
                .with("at", Micros.of(at))
                .with("max", max)
                .rows()
                .map(PermissionRows::located)
                .toList();
    }

    @Override
    public void record(Set<RequestId> ended, Instant at) {
        if (ended.isEmpty()) {
            return;
        }
        Ending how = new Ending(Ending.Cause.PRINCIPAL_REMOVED, Optional.empty(), at, Optional.empty());
        int written = new PermissionEnds(sql)
                .write("ID = ANY (:ids) AND " + Unrecorded.CONDITION, how)
                .withAll("ids", ended.stream().map(RequestId::value).toList())
                .run();
        if (written != ended.size()) {
            throw DomainProblem.changedMeanwhile();
        }
    }

    /** The state as the table has it. */
    static String stored(RequestState state) {
        return PermissionEntity.state(state);
    }
}
