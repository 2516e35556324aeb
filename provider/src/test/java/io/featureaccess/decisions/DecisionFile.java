package io.featureaccess.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.role.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One decision file: a world, and what is expected of decisions in it. The page {@code README.md} beside the files says how
 * they are written. A word that is none of the format is refused, so that no expectation is overlooked.
 *
 * @param groups paths of groups, each with its direct members; parents come before their subgroups
 * @param sees for some principals, exactly the nodes that lists show them
 * @param holds for some principals, exactly the nodes that "everything I may access" lists for them
 */
public record DecisionFile(
        String title,
        String about,
        Map<String, Workspace> workspaces,
        Map<String, Account> users,
        Map<String, Account> serviceAccounts,
        Map<String, List<String>> groups,
        List<Grant> grants,
        List<Expectation> expect,
        Map<String, List<String>> sees,
        Map<String, List<String>> holds) {

    /** Every file there is; a file that is not named here would not be run, which a test prevents. */
    public static final List<String> NAMES = List.of(
            "admin",
            "all-workspaces",
            "break-glass",
            "data-reader",
            "disabled",
            "expiry",
            "groups",
            "inheritance",
            "locked",
            "project-editor-owns-feature-sets",
            "roles",
            "scenario-cicd-gated-production",
            "scenario-isolated-teams",
            "scenario-shared-configuration",
            "scenario-shared-data",
            "scenario-simple-setup",
            "secret-feature-set",
            "secret-project",
            "sleeping-grants",
            "viewers-read-offline");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public DecisionFile {
        workspaces = orNothing(workspaces);
        users = orNothing(users);
        serviceAccounts = orNothing(serviceAccounts);
        groups = orNothing(groups);
        grants = grants == null ? List.of() : grants;
        expect = expect == null ? List.of() : expect;
        sees = orNothing(sees);
        holds = orNothing(holds);
    }

    /** Reads one of {@link #NAMES} from the class path. */
    public static DecisionFile load(String name) {
        try (InputStream file = DecisionFile.class.getResourceAsStream("/decisions/" + name + ".yaml")) {
            return YAML.readValue(file, DecisionFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".yaml: " + e.getMessage(), e);
        }
    }

    /** Every single question that the file answers. */
    public List<Check> checks() {
        return expect.stream()
                .flatMap(expectation -> expectation.checks().stream())
                .toList();
    }

    /** The world of this file, in memory. */
    public World world(Instant now) {
        World world = new World();
        workspaces.forEach((name, workspace) -> workspace.addTo(world, name));
        users.forEach((name, account) -> world.account("user:" + name, account.enabled(), account.admin()));
        serviceAccounts.forEach(
                (name, account) -> world.account("service-account:" + name, account.enabled(), account.admin()));
        groups.keySet().forEach(world::group);
        groups.forEach((group, members) -> members.forEach(member -> world.member(member, group)));
        grants.forEach(
                grant -> world.grant(grant.principal(), Role.parse(grant.role()), grant.on(), grant.expires(now)));
        return world;
    }

    /** @param locked true unless said otherwise, as for every new workspace */
    public record Workspace(
            String kind,
            Boolean locked,
            @JsonProperty("viewersReadOffline") boolean viewersReadOffline,
            Map<String, Project> projects) {

        public Workspace {
            kind = kind == null ? "dev" : kind;
            locked = locked == null || locked;
            projects = orNothing(projects);
        }

        private void addTo(World world, String path) {
            world.node(path, false, locked).settings(path, new WorkspaceSettings(viewersReadOffline));
            projects.forEach((name, project) -> project.addTo(world, path + "/" + name));
        }
    }

    public record Project(boolean secret, boolean locked, Map<String, FeatureSet> featureSets) {

        public Project {
            featureSets = orNothing(featureSets);
        }

        private void addTo(World world, String path) {
            world.node(path, secret, locked);
            featureSets.forEach((name, featureSet) -> world.node(path + "/" + name, featureSet.secret(), false));
        }
    }

    public record FeatureSet(boolean secret) {}

    /** A user or a service account; enabled, and no admin, unless said otherwise. */
    public record Account(Boolean enabled, boolean admin) {
        public Account {
            enabled = enabled == null || enabled;
        }
    }

    /**
     * @param on a path, or {@code all-workspaces}
     * @param until an instant, or {@code in 2 hours}, or {@code 2 hours ago}
     */
    public record Grant(String principal, String role, String on, String until) {
        public Optional<Instant> expires(Instant now) {
            return Optional.ofNullable(until).map(text -> Moment.parse(text, now));
        }
    }

    private static <V> Map<String, V> orNothing(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
