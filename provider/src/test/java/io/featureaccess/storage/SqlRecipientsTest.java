package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may be told by e-mail, as the databases have it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SqlRecipientsTest {

    private static final Instant NOW = World.NOW;

    @Parameter
    TestDatabase database;

    private World world;

    @BeforeEach
    void aRealm() {
        world = new World(database);
    }

    @Test
    void the_nearest_owners_come_first_also_by_groups_and_only_those_who_want_mail() {
        Node workspace = world.workspace("w", true, false);
        Node project = world.project("w/p", false, false);
        PrincipalId wanda = mailed("wanda");
        PrincipalId everywhere = mailed("alan");
        PrincipalId olga = mailed("olga");
        PrincipalId member = mailed("mia");
        PrincipalId off = mailed("otto");
        PrincipalId disabled = mailed("dora");
        PrincipalId unreachable = world.user("una");
        PrincipalId group = world.group("/owners");
        PrincipalId below = world.group("/owners/below");
        world.join(member, below);
        world.grant(wanda, Role.OWNER, workspace);
        world.grant(everywhere, Role.OWNER, GrantTarget.allWorkspaces(), Optional.empty());
        List.of(olga, group, off, disabled, unreachable).forEach(one -> world.grant(one, Role.OWNER, project));
        world.grant(mailed("eva"), Role.EDITOR, project);
        world.grant(mailed("xeno"), Role.OWNER, GrantTarget.node(project.id()), Optional.of(NOW.minusSeconds(1)));
        world.disable(disabled);
        assertThat(preference(off, false)).isTrue();
        assertThat(preference(off, false)).isFalse();

        assertThat(owners(project)).containsExactly(member, olga, wanda, everywhere);
        assertThat(preference(off, true)).isTrue();
        assertThat(owners(project)).containsExactly(member, olga, off, wanda, everywhere);
    }

    @Test
    void an_editor_of_the_project_owns_its_feature_sets() {
        world.workspace("w", true, false);
        Node project = world.project("w/p", false, false);
        Node featureSet = world.featureSet("w/p/f", false);
        PrincipalId eva = mailed("eva");
        world.grant(eva, Role.EDITOR, project);

        assertThat(owners(featureSet)).containsExactly(eva);
        assertThat(owners(project)).isEmpty();
    }

    @Test
    void admins_are_found_by_role_by_group_and_by_composite() {
        PrincipalId direct = mailed("a-direct");
        PrincipalId member = mailed("b-member");
        PrincipalId composite = mailed("c-composite");
        mailed("nobody");
        PrincipalId group = world.group("/admins");
        world.join(member, group);
        String containing = world.people().role("containing");
        world.people().contain(containing, world.adminRole());
        world.makeAdmin(direct, world.adminRole());
        world.makeAdmin(group, world.adminRole());
        world.makeAdmin(composite, containing);

        List<PrincipalId> admins = database.inTransaction(
                entities -> new SqlRecipients(entities, world.realm(), world.adminRole()).admins(10));

        assertThat(admins).containsExactly(direct, member, composite);
    }

    private PrincipalId mailed(String name) {
        PrincipalId id = world.user(name);
        world.people().email(id.value(), name + "@example.com", true);
        return id;
    }

    private List<PrincipalId> owners(Node node) {
        return database.inTransaction(entities ->
                new SqlRecipients(entities, world.realm(), world.adminRole()).owners(Optional.of(node.id()), NOW, 60));
    }

    private boolean preference(PrincipalId id, boolean on) {
        return database.inTransaction(entities -> new SqlMailPreferences(entities, world.realm()).set(id, on));
    }
}
