package io.featureaccess.storage;

import io.featureaccess.application.port.Nodes;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.storage.entity.Lineage;
import io.featureaccess.storage.entity.Micros;
import io.featureaccess.storage.entity.NodeEntity;
import io.featureaccess.storage.entity.TextList;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link Nodes} in the table {@code FA_NODE}. */
public final class SqlNodes implements Nodes {

    private static final String SELECT =
            "SELECT " + NodeRows.COLUMNS + " FROM FA_NODE n WHERE n.REALM_ID = :realm AND ";

    private final Sql sql;
    private final ReservedPaths reservedPaths;

    public SqlNodes(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
        this.reservedPaths = new ReservedPaths(sql);
    }

    @Override
    public Optional<Node> find(NodeRef ref) {
        return select(ref, "").row().map(NodeRows::node);
    }

    @Override
    public List<Node> findAll(Set<NodeId> ids) {
        return sql.statement(SELECT + "n.ID = ANY (:ids) ORDER BY n.PATH")
                .withAll("ids", ids.stream().map(NodeId::value).toList())
                .rows()
                .map(NodeRows::node)
                .toList();
    }

    @Override
    public Optional<Node> lock(NodeRef ref) {
        return select(ref, " FOR UPDATE").row().map(NodeRows::node);
    }

    private Statement select(NodeRef ref, String end) {
        String column = ref instanceof NodeRef.ById ? "n.ID" : "n.PATH";
        return sql.statement(SELECT + column + " = :ref" + end).with("ref", ref.toString());
    }

    @Override
    public void add(Node node, Instant now) {
        if (isTaken(node.path(), now)) {
            throw DomainProblem.nameTaken(node.path().name());
        }
        reservedPaths.forget(node.path());
        Optional<Lineage> parent = node.path().parent().map(this::lockedLineage);
        sql.insert(
                List.of(NodeEntity.of(sql.realm(), node, parent)),
                () -> DomainProblem.nameTaken(node.path().name()));
    }

    private boolean isTaken(NodePath path, Instant now) {
        return sql.statement("SELECT 1 FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.PATH = :path UNION ALL"
                        + " SELECT 1 FROM FA_RESERVED_PATH r"
                        + " WHERE r.REALM_ID = :realm AND r.PATH = :path AND r.RESERVED_UNTIL > :now")
                .with("path", path.toString())
                .with("now", Micros.of(now))
                .row()
                .isPresent();
    }

    /** Locked, so that it is not deleted meanwhile: H2 would not notice. */
    private Lineage lockedLineage(NodePath parent) {
        return sql.statement("SELECT n.ID, n.WORKSPACE_ID, n.PROJECT_ID FROM FA_NODE n"
                        + " WHERE n.REALM_ID = :realm AND n.PATH = :path FOR UPDATE")
                .with("path", parent.toString())
                .row()
                .map(row -> new Lineage(row.text(0), row.text(1), row.optionalText(2)))
                .orElseThrow(DomainProblem::noSuchNode);
    }

    @Override
    public void update(Node node) {
        NodeTraits traits = node.traits();
        Statement statement = sql.statement("""
                        UPDATE FA_NODE SET DISPLAY_NAME = :displayName, DESCRIPTION = :description,
                            SECRET = :secret, LOCKED = :locked, VIEWERS_READ_OFFLINE = :viewersReadOffline,
                            SENSITIVE_FEATURES = :sensitiveFeatures, VERSION = VERSION + 1
                        WHERE REALM_ID = :realm AND ID = :id AND VERSION = :version
                        """)
                .with("id", node.id().value())
                .with("version", node.version())
                .with("displayName", orEmpty(node.displayName()))
                .with("description", orEmpty(node.description()))
                .with("secret", traits.secret())
                .with("locked", traits.locked())
                .with(
                        "viewersReadOffline",
                        traits instanceof NodeTraits.Workspace workspace
                                && workspace.settings().viewersReadOffline())
                .with(
                        "sensitiveFeatures",
                        traits instanceof NodeTraits.FeatureSet featureSet
                                ? TextList.write(featureSet.sensitiveFeatures())
                                : "");
        if (statement.run() == 0) {
            throw DomainProblem.changedMeanwhile();
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    @Override
    public long countBelow(NodeId id) {
        return sql.statement("""
                        SELECT (SELECT COUNT(*) FROM FA_NODE n WHERE %1$s AND n.WORKSPACE_ID = :id AND n.ID <> :id)
                             + (SELECT COUNT(*) FROM FA_NODE n WHERE %1$s AND n.PROJECT_ID = :id AND n.ID <> :id)
                        """.formatted(Sql.inRealm("n")))
                .with("id", id.value())
                .row()
                .orElseThrow()
                .number(0);
    }

    @Override
    public List<Node> secretBelow(GrantTarget target, Optional<NodePath> after, int max) {
        String text = SELECT + "n.SECRET = TRUE AND n.PATH > :after";
        if (target instanceof GrantTarget.OnNode) {
            text += " AND n.ID <> :id AND (n.WORKSPACE_ID = :id OR n.PROJECT_ID = :id)";
        }
        Statement statement = sql.statement(text + " ORDER BY n.PATH FETCH FIRST :max ROWS ONLY")
                .with("after", after.map(NodePath::toString).orElse(""))
                .with("max", max);
        if (target instanceof GrantTarget.OnNode on) {
            statement.with("id", on.node().value());
        }
        return statement.rows().map(NodeRows::node).toList();
    }

    /** Workspace and projects are locked first: nothing is added below them until the transaction ends. */
    @Override
    public List<NodeId> subtree(NodeId id) {
        String below = " FROM FA_NODE n WHERE " + Sql.inRealm("n") + " AND n.ID IN ("
                + "SELECT a.ID FROM FA_NODE a WHERE a.REALM_ID = :realm AND a.ID = :id"
                + " UNION SELECT a.ID FROM FA_NODE a WHERE " + Sql.inRealm("a") + " AND a.WORKSPACE_ID = :id"
                + " UNION SELECT a.ID FROM FA_NODE a WHERE " + Sql.inRealm("a") + " AND a.PROJECT_ID = :id)";
        sql.statement("SELECT n.ID" + below + " AND n.KIND <> :leaf ORDER BY n.PATH FOR UPDATE")
                .with("id", id.value())
                .with("leaf", NodeKind.FEATURE_SET.id())
                .rows()
                .count();
        return sql.statement("SELECT n.ID, n.PATH" + below + " ORDER BY n.PATH")
                .with("id", id.value())
                .rows()
                .map(row -> new NodeId(row.text(0)))
                .toList();
    }

    @Override
    public void delete(NodePath path, Instant reservedUntil, Ending how) {
        lock(NodeRef.of(path)).ifPresent(node -> new NodeDeletion(sql, reservedPaths, node.id(), path.kind())
                .run(reservedUntil, how));
    }
}
