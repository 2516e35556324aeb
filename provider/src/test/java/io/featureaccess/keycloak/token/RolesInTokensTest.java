package io.featureaccess.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.featureaccess.domain.access.RoleSummary;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.role.Role;
import io.featureaccess.keycloak.spi.RolesMapperConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

/** What the two shapes look like, and what an administrator may choose. */
class RolesInTokensTest {

    private static final RoleSummary NOTHING = summary(AccountType.PRINCIPAL, List.of(), Map.of());

    private static final RoleSummary SOME = summary(
            AccountType.ADMIN,
            List.of(Role.VIEWER),
            Map.of("fraud", List.of(Role.OPERATOR), "fraud/payments", List.of(Role.CONSUMER, Role.DATA_READER)),
            NodeKind.FEATURE_SET);

    private static RoleSummary summary(
            AccountType type, List<Role> everywhere, Map<String, List<Role>> roles, NodeKind... leftOut) {
        TreeMap<NodePath, List<Role>> byPath = new TreeMap<>();
        roles.forEach((path, held) -> byPath.put(NodePath.parse(path), held));
        return new RoleSummary(type, everywhere, byPath, List.of(leftOut));
    }

    @Test
    void claim_says_everything_apart() throws IOException {
        IDToken token = new IDToken();

        RolesClaim.set(token, SOME);

        assertThat(JsonSerialization.writeValueAsString(token.getOtherClaims()))
                .isEqualTo("{\"feature_access\":{\"accountType\":\"admin\",\"allWorkspaces\":[\"viewer\"],"
                        + "\"roles\":{\"fraud\":[\"operator\"],\"fraud/payments\":[\"consumer\",\"data-reader\"]},"
                        + "\"leftOut\":[\"feature-set\"]}}");
    }

    @Test
    void claim_of_somebody_who_holds_nothing_says_so() throws IOException {
        assertThat(JsonSerialization.writeValueAsString(RolesClaim.json(NOTHING)))
                .isEqualTo("{\"accountType\":\"principal\",\"allWorkspaces\":[],\"roles\":{}}");
    }

    @Test
    void names_say_the_same_in_one_list() {
        assertThat(RoleNames.of(SOME))
                .containsExactly(
                        "*:viewer",
                        "fraud:operator",
                        "fraud/payments:consumer",
                        "fraud/payments:data-reader",
                        "left-out:feature-set");
        assertThat(RoleNames.of(NOTHING)).isEmpty();
    }

    /** Not a role in any path: else a name that says that something is missing could be taken for one that permits. */
    @Test
    void no_role_is_called_like_a_kind() {
        assertThat(Role.ids()).doesNotContainAnyElementsOf(NodeKind.ids());
    }

    @Test
    void names_are_added_to_the_roles_that_an_access_token_has() {
        AccessToken token = new AccessToken();
        token.addAccess("feature-store").addRole("admin");
        token.addAccess("other").addRole("user");

        FlatRoles.add(token, "feature-store", List.of("fraud:owner"));

        assertThat(token.getResourceAccess("feature-store").getRoles())
                .containsExactlyInAnyOrder("admin", "fraud:owner");
        assertThat(token.getResourceAccess("other").getRoles()).containsExactly("user");
    }

    @Test
    void names_are_added_to_the_roles_that_an_id_token_has() {
        IDToken token = new IDToken();
        token.getOtherClaims()
                .put("resource_access", Map.of("feature-store", Map.of("roles", List.of("admin", "fraud:owner"))));

        FlatRoles.add(token, "feature-store", List.of("fraud:owner", "risk:viewer"));
        FlatRoles.add(token, "other", List.of("fraud:owner"));

        assertThat(token.getOtherClaims())
                .isEqualTo(Map.of(
                        "resource_access",
                        Map.of(
                                "feature-store",
                                Map.of("roles", List.of("admin", "fraud:owner", "risk:viewer")),
                                "other",
                                Map.of("roles", List.of("fraud:owner")))));
    }

    @Test
    void nobody_gets_an_empty_list_of_roles() {
        AccessToken access = new AccessToken();
        IDToken id = new IDToken();

        FlatRoles.add(access, "feature-store", List.of());
        FlatRoles.add(id, "feature-store", List.of());
        FlatRoles.addToGroups(id, List.of());

        assertThat(access.getResourceAccess()).isEmpty();
        assertThat(id.getOtherClaims()).isEmpty();
    }

    @Test
    void groups_that_are_there_stay_and_become_a_list() {
        IDToken several = new IDToken();
        several.getOtherClaims().put("groups", List.of("/teams/fraud"));
        IDToken one = new IDToken();
        one.getOtherClaims().put("groups", "/teams/fraud");

        FlatRoles.addToGroups(several, List.of("fraud:owner"));
        FlatRoles.addToGroups(one, List.of("fraud:owner"));

        assertThat(several.getOtherClaims()).isEqualTo(Map.of("groups", List.of("/teams/fraud", "fraud:owner")));
        assertThat(one.getOtherClaims()).isEqualTo(several.getOtherClaims());
    }

    @Test
    void configuration_has_its_defaults() {
        assertThat(MapperConfig.of(model(Map.of())))
                .isEqualTo(new MapperConfig(false, Optional.empty(), false, 200, false));
        assertThat(MapperConfig.of(model(
                        Map.of("shape", "flat", "client", " ", "groups", "true", "limit", "7", "rpt.claim", "true"))))
                .isEqualTo(new MapperConfig(true, Optional.empty(), true, 7, true));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "' 12 ', 12", "1000, 1000", "1001, 200", "0, 200", "-1, 200", "many, 200", "'', 200"})
    void limit_that_makes_no_sense_in_a_realm_file_counts_as_absent(String configured, int used) {
        assertThat(MapperConfig.of(model(Map.of("limit", configured))).limit()).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "many", "1.5"})
    void limit_that_makes_no_sense_is_refused_when_saved(String limit) {
        assertThatThrownBy(() -> MapperConfig.check(model(Map.of(RolesMapperConfig.LIMIT, limit))))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessage("'limit' is a number from 1 to 1000");
    }

    @Test
    void unknown_shape_is_refused_when_saved() throws ProtocolMapperConfigException {
        MapperConfig.check(model(Map.of("shape", "flat", "limit", "")));
        assertThatThrownBy(() -> MapperConfig.check(model(Map.of("shape", "round"))))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessage("'shape' is one of claim, flat");
    }

    private static ProtocolMapperModel model(Map<String, String> config) {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setConfig(config);
        return model;
    }
}
