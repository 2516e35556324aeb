package io.featureaccess.storage;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.storage.entity.GrantEntity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom and what grants are about, looked up in this realm: foreign keys would accept another realm's. */
final class GrantedTo {

    private final String realm;
    private final Set<String> groups = new HashSet<>();
    private final Map<String, String> nodeKinds = new HashMap<>();
    private int principals;

    private GrantedTo(String realm) {
        this.realm = realm;
    }

    /** @throws DomainProblem {@code changed-meanwhile} where a principal or a node is not, or no longer, in this realm */
    static GrantedTo check(Sql sql, List<Grant> grants) {
        Set<String> principals = new HashSet<>();
        Set<String> nodes = new HashSet<>();
        for (Grant grant : grants) {
            principals.add(grant.principal().value());
            if (grant.target() instanceof GrantTarget.OnNode on) {
                nodes.add(on.node().value());
            }
        }
        GrantedTo there = new GrantedTo(sql.realm());
        sql.statement("""
                        SELECT 'user', u.ID, '' FROM USER_ENTITY u WHERE u.REALM_ID = :realm AND u.ID = ANY (:principals)
                        UNION ALL
                        SELECT 'group', k.ID, '' FROM KEYCLOAK_GROUP k WHERE k.REALM_ID = :realm AND k.ID = ANY (:principals)
                        UNION ALL
                        SELECT 'node', n.ID, n.KIND FROM FA_NODE n WHERE n.REALM_ID = :realm AND n.ID = ANY (:nodes)
                        """)
                .withAll("principals", principals)
                .withAll("nodes", nodes)
                .rows()
                .forEach(there::take);
        if (there.principals != principals.size() || there.nodeKinds.size() != nodes.size()) {
            throw DomainProblem.changedMeanwhile();
        }
        return there;
    }

    private void take(Row row) {
        if (row.text(0).equals("node")) {
            nodeKinds.put(row.text(1), row.text(2));
            return;
        }
        principals++;
        if (row.text(0).equals("group")) {
            groups.add(row.text(1));
        }
    }

    GrantEntity row(Grant grant) {
        Optional<String> nodeKind = Optional.ofNullable(nodeKinds.get(GrantEntity.target(grant.target())));
        return GrantEntity.of(
                realm, grant, nodeKind, groups.contains(grant.principal().value()));
    }
}
