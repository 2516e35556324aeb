package io.featureaccess.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /** Every action, so that an expectation can say which ones alone are permitted. */
    public static final List<String> ACTIONS = List.of(
            "view",
            "view-access",
            "plan",
            "restore",
            "read-online",
            "read-offline",
            "read-sensitive",
            "trigger-jobs",
            "manage-jobs",
            "apply",
            "manage-datasets",
            "ingest",
            "delete-keys",
            "update",
            "create-project",
            "register-feature-set",
            "read-secrets",
            "suppress-recreates",
            "manage-secrets",
            "manage-access",
            "delete");

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

    /** Users and service accounts by reference. */
    public Map<String, Account> accounts() {
        Map<String, Account> accounts = new LinkedHashMap<>();
        users.forEach((name, account) -> accounts.put("user:" + name, account));
        serviceAccounts.forEach((name, account) -> accounts.put("service-account:" + name, account));
        return accounts;
    }

    /** Paths of all nodes, parents before children. */
    public List<String> nodes() {
        List<String> nodes = new ArrayList<>();
        workspaces.forEach((workspace, inside) -> {
            nodes.add(workspace);
            inside.projects().forEach((project, below) -> {
                nodes.add(workspace + "/" + project);
                below.featureSets().keySet().forEach(name -> nodes.add(workspace + "/" + project + "/" + name));
            });
        });
        return nodes;
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
    }

    public record Project(boolean secret, boolean locked, Map<String, FeatureSet> featureSets) {

        public Project {
            featureSets = orNothing(featureSets);
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
