package io.featureaccess.storage;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.AccessRequest;
import io.featureaccess.domain.request.Actor;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.request.RequestId;
import io.featureaccess.domain.request.RequestedNode;
import io.featureaccess.storage.entity.Lineage;
import io.featureaccess.storage.entity.PermissionEntity;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps permissions in step with the grants behind them, in the same transaction: so that every way of writing grants has
 * them, and no use case has to think of it.
 */
final class GrantPermissions {

    private static final String WITHOUT_PERMISSION = """
            SELECT %s, n.PATH, n.WORKSPACE_ID, n.PROJECT_ID, CASE WHEN g.GROUP_ID IS NULL THEN 'user' ELSE 'group' END,
                EXISTS (SELECT 1 FROM FA_PERMISSION o WHERE o.ID = g.ID)
            FROM FA_GRANT g
            LEFT JOIN FA_NODE n ON n.ID = g.NODE_ID AND n.REALM_ID = :realm
            WHERE %s AND g.ID = ANY (:ids)
                AND NOT EXISTS (SELECT 1 FROM FA_PERMISSION o WHERE o.GRANT_ID = g.ID AND COALESCE(o.STATE, '') = 'granted')
            """.formatted(GrantRows.COLUMNS, Sql.inRealm("g"));

    private final Sql sql;

    GrantPermissions(Sql sql) {
        this.sql = sql;
    }

    /** Grants that were just added: each becomes a permission, unless an approved request is that already. */
    void begin(List<String> grants) {
        List<Row> without =
                sql.statement(WITHOUT_PERMISSION).withAll("ids", grants).rows().toList();
        sql.insert(permissions(without), DomainProblem::changedMeanwhile);
        if (without.size() < grants.size()) {
            sql.statement("UPDATE FA_PERMISSION r SET LIVE_GRANT_ID = GRANT_ID WHERE " + Sql.inRealm("r")
                            + " AND GRANT_ID = ANY (:ids) AND " + PermissionEnds.GRANTED
                            + " AND COALESCE(LIVE_GRANT_ID, '') = ''")
                    .withAll("ids", grants)
                    .run();
        }
    }

    private List<PermissionEntity> permissions(List<Row> without) {
        if (without.isEmpty()) {
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        without.stream().map(GrantRows::grant).forEach(grant -> {
            ids.add(grant.principal().value());
            ids.add(grant.grantedBy().value());
        });
        Map<PrincipalId, Principal> people = Names.of(sql, ids);
        return without.stream().map(row -> permission(row, people)).toList();
    }

    private PermissionEntity permission(Row row, Map<PrincipalId, Principal> people) {
        Grant grant = GrantRows.grant(row);
        boolean idTaken = row.flag(GrantRows.WIDTH + 4);
        AccessRequest permission = AccessRequest.ofGrant(
                idTaken ? RequestId.random() : new RequestId(grant.id().value()),
                grant,
                row.optionalText(GrantRows.WIDTH)
                        .map(path -> new RequestedNode(GrantRows.nodeOf(grant).orElseThrow(), NodePath.parse(path))),
                holder(row, grant.principal(), people),
                actor(grant.grantedBy(), people));
        Optional<Lineage> place = GrantRows.nodeOf(grant)
                .map(node -> new Lineage(
                        node.value(), row.text(GrantRows.WIDTH + 1), row.optionalText(GrantRows.WIDTH + 2)));
        return PermissionEntity.of(sql.realm(), permission, place);
    }

    /** By its id where it has no name any more. */
    private static Principal holder(Row row, PrincipalId id, Map<PrincipalId, Principal> people) {
        PrincipalType type = PrincipalType.parse(row.text(GrantRows.WIDTH + 3));
        return people.getOrDefault(id, new Principal(id, type, id.value()));
    }

    private static Actor actor(PrincipalId id, Map<PrincipalId, Principal> people) {
        return new Actor(
                id, Optional.ofNullable(people.get(id)).map(Principal::name).orElse(id.value()));
    }

    /** Those that have run out are over; before grants are given other ends, whatever comes. */
    void recordRunOut(Collection<String> grants, Instant at) {
        if (grants.isEmpty()) {
            return;
        }
        Ending runOut = new Ending(Ending.Cause.EXPIRED, Optional.empty(), at, Optional.empty());
        new PermissionEnds(sql)
                .write("LIVE_GRANT_ID = ANY (:ids) AND " + PermissionEnds.GRANTED + " AND ENDS_AT <= :at", runOut)
                .withAll("ids", grants)
                .run();
    }

    /** After they were given other ends. */
    void followEnds(List<String> grants) {
        sql.statement("""
                        UPDATE FA_PERMISSION r SET
                            EXPIRES_AT = (SELECT g.EXPIRES_AT FROM FA_GRANT g WHERE g.ID = LIVE_GRANT_ID),
                            ENDS_AT = (SELECT g.EXPIRES_AT FROM FA_GRANT g WHERE g.ID = LIVE_GRANT_ID)
                        WHERE %s AND LIVE_GRANT_ID = ANY (:ids) AND %s
                        """.formatted(Sql.inRealm("r"), PermissionEnds.GRANTED))
                .withAll("ids", grants)
                .run();
        begin(grants);
    }

    /** Before grants are removed. */
    void end(List<String> grants, Ending how) {
        new PermissionEnds(sql)
                .write("LIVE_GRANT_ID = ANY (:ids) AND " + PermissionEnds.GRANTED, how)
                .withAll("ids", grants)
                .run();
    }
}
