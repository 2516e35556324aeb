package io.featureaccess.storage;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A decision goes through as many rows in a realm of three thousand people, each with a role, a group and a grant on one
 * workspace, as in one of a hundred.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CrowdCostTest {

    private static final int FEW = 100;
    private static final int CROWD = 3_000;

    /** Feature sets with a single grant: most nodes have few, so that a database expects few on every node. */
    private static final int GRANTED_ONCE = 6_000;

    private static final int MOST_ROWS = 300;

    @Parameter
    TestDatabase database;

    private World world;
    private PrincipalId alice;
    private Node featureSet;
    private GrantTarget everyones;

    @Test
    void rows_read_do_not_grow_with_the_people_of_the_realm() {
        world = new World(database);
        alice = world.user("alice");
        PrincipalId team = world.group("/team");
        world.join(alice, world.group("/team/part"));
        everyones = GrantTarget.node(world.workspace("w", true, false).id());
        world.grant(team, Role.DATA_READER, world.project("w/p", false, false));
        featureSet = world.featureSet("w/p/f", false);
        new BulkStore(database, world.realm(), world.user("maker")).growTo(GRANTED_ONCE);
        String everyonesRole = world.people().role("everyone");
        add(everyonesRole, 0, FEW);
        try (Plans plans = new Plans(database)) {
            Map<String, Long> few = plans.rows(readings());
            add(everyonesRole, FEW, CROWD);
            Map<String, Long> crowd = plans.rows(readings());
            assertSoftly(softly -> crowd.forEach((what, rows) -> softly.assertThat(rows)
                    .as("%s, and of %d people %d rows", what, FEW, few.get(what))
                    .isBetween(1L, few.get(what) + MOST_ROWS)));
        }
    }

    private Map<String, Consumer<EntityManager>> readings() {
        Map<String, Consumer<EntityManager>> readings = new LinkedHashMap<>();
        readings.put("facts by path", entities -> facts(entities)
                .read(Set.of(alice), Set.of(NodeRef.of(featureSet.path())), World.NOW));
        readings.put("facts by id", entities -> facts(entities)
                .read(Set.of(alice), Set.of(NodeRef.of(featureSet.id())), World.NOW));
        readings.put("roles for a token", entities -> new SqlHeldRoles(entities, world.realm(), world.adminRole())
                .read(alice, 100, World.NOW));
        readings.put("permitted", entities -> new SqlNodeLists(entities, world.realm(), world.adminRole())
                .permitted(
                        alice,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        PageRequest.ofFirst(20),
                        World.NOW));
        readings.put(
                "whether somebody is an admin",
                entities -> new SqlDirectory(entities, world.realm(), world.adminRole()).admins(Set.of(alice)));
        return readings;
    }

    private SqlFactsReader facts(EntityManager entities) {
        return new SqlFactsReader(entities, world.realm(), world.adminRole());
    }

    private void add(String role, int from, int to) {
        List<Grant> grants = new ArrayList<>();
        try (Connection connection = Schema.connect(database.url());
                PreparedStatement users = connection.prepareStatement(
                        "INSERT INTO USER_ENTITY (ID, REALM_ID, USERNAME, EMAIL_CONSTRAINT, ENABLED) VALUES (?, ?, ?, ?, TRUE)");
                PreparedStatement groups = connection.prepareStatement(
                        "INSERT INTO KEYCLOAK_GROUP (ID, REALM_ID, PARENT_GROUP, NAME, TYPE) VALUES (?, ?, ' ', ?, 0)");
                PreparedStatement memberships = connection.prepareStatement(
                        "INSERT INTO USER_GROUP_MEMBERSHIP (USER_ID, GROUP_ID, MEMBERSHIP_TYPE) VALUES (?, ?, 'UNMANAGED')");
                PreparedStatement mappings =
                        connection.prepareStatement("INSERT INTO USER_ROLE_MAPPING (USER_ID, ROLE_ID) VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = from; i < to; i++) {
                String user = People.id();
                grants.add(World.newGrant(new PrincipalId(user), Role.VIEWER, everyones, Optional.empty()));
                String group = People.id();
                batch(users, user, world.realm(), "user" + i, user);
                batch(groups, group, world.realm(), "group" + i);
                batch(memberships, user, group);
                batch(mappings, user, role);
            }
            for (PreparedStatement each : new PreparedStatement[] {users, groups, memberships, mappings}) {
                each.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database.runInTransaction(entities -> new SqlGrants(entities, world.realm()).add(grants));
        database.countRows();
    }

    private static void batch(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
