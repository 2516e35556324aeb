package io.featureaccess.storage;

import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.storage.entity.GrantEntity;
import io.featureaccess.storage.entity.Lineage;
import io.featureaccess.storage.entity.Micros;
import io.featureaccess.storage.entity.NodeEntity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Transfers} over the tables of nodes and grants. */
public final class SqlTransfers implements Transfers {

    private static final String SELECT_NODES =
            "SELECT " + NodeRows.COLUMNS + " FROM FA_NODE n WHERE n.REALM_ID = :realm AND ";

    /** Two ways to name all realms, in a statement that has to name one: an id is used once in all of them. */
    private static final String IN_ANY_REALM = " AND (REALM_ID = :realm OR REALM_ID <> :realm)";

    private final Sql sql;
    private final Grants grants;

    public SqlTransfers(EntityManager entities, String realm) {
        this.sql = new Sql(entities, realm);
        this.grants = new SqlGrants(entities, realm);
    }

    @Override
    public void copy(boolean withSecret, Receiver receiver) {
        sql.statement("SELECT " + GrantRows.COLUMNS + " FROM FA_GRANT g WHERE g.REALM_ID = :realm AND g.TARGET = :all"
                        + " ORDER BY g.ID")
                .with("all", GrantTarget.ALL_WORKSPACES)
                .forEach(row -> receiver.grant(GrantRows.grant(row), Optional.empty()));
        NodesWithGrants copy = new NodesWithGrants(receiver);
        sql.statement("SELECT " + NodeRows.COLUMNS + ", " + GrantRows.COLUMNS
                        + " FROM FA_NODE n LEFT JOIN FA_NODE p ON p.ID = n.PROJECT_ID AND p.REALM_ID = n.REALM_ID"
                        + " LEFT JOIN FA_GRANT g ON g.NODE_ID = n.ID AND g.REALM_ID = n.REALM_ID"
                        + " WHERE n.REALM_ID = :realm AND (:withSecret = TRUE"
                        + " OR n.SECRET = FALSE AND COALESCE(p.SECRET, FALSE) = FALSE)"
                        + " ORDER BY n.PATH, g.ID")
                .with("withSecret", withSecret)
                .forEach(copy::take);
    }

    /** A node's row is repeated for each of its grants, and has no grant where there is none. */
    private static final class NodesWithGrants {

        private final Receiver receiver;
        private Optional<Node> last = Optional.empty();

        NodesWithGrants(Receiver receiver) {
            this.receiver = receiver;
        }

        void take(Row row) {
            if (last.filter(node -> node.id().value().equals(row.text(0))).isEmpty()) {
                Node node = NodeRows.node(row);
                receiver.node(node);
                last = Optional.of(node);
            }
            if (row.optionalText(NodeRows.WIDTH).isPresent()) {
                receiver.grant(GrantRows.grant(row, NodeRows.WIDTH), last.map(Node::path));
            }
        }
    }

    @Override
    public List<Node> secretNodes(Optional<NodePath> after, int max) {
        return sql.statement(SELECT_NODES + "n.SECRET = TRUE AND n.PATH > :after"
                        + " ORDER BY n.PATH FETCH FIRST :max ROWS ONLY")
                .with("after", after.map(NodePath::toString).orElse(""))
                .with("max", max)
                .rows()
                .map(NodeRows::node)
                .toList();
    }

    @Override
    public List<Node> atPaths(Set<NodePath> paths) {
        return sql.statement(SELECT_NODES + "n.PATH = ANY (:paths) ORDER BY n.PATH FOR UPDATE")
                .withAll("paths", texts(paths))
                .rows()
                .map(NodeRows::node)
                .toList();
    }

    @Override
    public Set<NodePath> reserved(Set<NodePath> paths, Instant at) {
        return sql.statement("SELECT PATH FROM FA_RESERVED_PATH WHERE REALM_ID = :realm AND PATH = ANY (:paths)"
                        + " AND RESERVED_UNTIL > :at")
                .withAll("paths", texts(paths))
                .with("at", Micros.of(at))
                .rows()
                .map(row -> NodePath.parse(row.text(0)))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<NodeId> takenNodeIds(Set<NodeId> ids) {
        return Stream.concat(
                        idsIn("SELECT ID FROM FA_NODE WHERE ID = ANY (:ids)", texts(ids)),
                        idsIn("SELECT NODE_ID FROM FA_RESERVED_PATH WHERE NODE_ID = ANY (:ids)", texts(ids)))
                .map(NodeId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<GrantId> takenGrantIds(Set<GrantId> ids) {
        return idsIn("SELECT ID FROM FA_GRANT WHERE ID = ANY (:ids)", texts(ids))
                .map(GrantId::new)
                .collect(Collectors.toSet());
    }

    private Stream<String> idsIn(String text, List<String> ids) {
        return sql.statement(text + IN_ANY_REALM).withAll("ids", ids).rows().map(row -> row.text(0));
    }

    @Override
    public List<Grant> grants(Set<GrantTarget> targets, Set<PrincipalId> principals) {
        return sql.statement("SELECT " + GrantRows.COLUMNS + " FROM FA_GRANT g WHERE g.REALM_ID = :realm"
                        + " AND g.TARGET = ANY (:targets) AND g.PRINCIPAL_ID = ANY (:principals)")
                .withAll("targets", targets.stream().map(GrantEntity::target).toList())
                .withAll("principals", texts(principals))
                .rows()
                .map(GrantRows::grant)
                .toList();
    }

    @Override
    public void addNodes(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        Map<NodePath, Lineage> places = parentsOf(nodes);
        List<NodeEntity> rows = new ArrayList<>();
        for (Node node : nodes) {
            Optional<Lineage> parent = node.path().parent().map(places::get);
            rows.add(NodeEntity.of(sql.realm(), node, parent));
            places.put(node.path(), Lineage.of(node, parent));
        }
        sql.statement("DELETE FROM FA_RESERVED_PATH WHERE REALM_ID = :realm AND PATH = ANY (:paths)")
                .withAll(
                        "paths",
                        nodes.stream().map(node -> node.path().toString()).toList())
                .run();
        sql.insert(rows, DomainProblem::changedMeanwhile);
    }

    /** Locked, so that they are not deleted meanwhile. */
    private Map<NodePath, Lineage> parentsOf(List<Node> nodes) {
        Set<NodePath> parents = new HashSet<>();
        nodes.forEach(node -> node.path().parent().ifPresent(parents::add));
        Map<NodePath, Lineage> places = new HashMap<>();
        sql.statement("SELECT n.PATH, n.ID, n.WORKSPACE_ID, n.PROJECT_ID FROM FA_NODE n"
                        + " WHERE n.REALM_ID = :realm AND n.PATH = ANY (:paths) ORDER BY n.PATH FOR UPDATE")
                .withAll("paths", texts(parents))
                .rows()
                .forEach(row -> places.put(
                        NodePath.parse(row.text(0)), new Lineage(row.text(1), row.text(2), row.optionalText(3))));
        return places;
    }

    @Override
    public void updateNodes(List<Node> nodes) {
        Map<String, Node> byId =
                nodes.stream().collect(Collectors.toMap(node -> node.id().value(), node -> node));
        if (!byId.isEmpty()) {
            sql.change(NodeEntity.class, byId.keySet(), row -> row.change(byId.get(row.id())));
        }
    }

    @Override
    public void addGrants(List<Grant> added) {
        grants.add(added);
    }

    @Override
    public void updateGrants(List<Grant> changed, Instant at) {
        if (!changed.isEmpty()) {
            grants.changeEnds(changed, at);
        }
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
