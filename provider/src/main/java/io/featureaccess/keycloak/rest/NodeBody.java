package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NodeChange;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeText;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.node.WorkspaceKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of a request that makes or changes a node of one kind.
 *
 * @param kind the kind that the route is about
 */
record NodeBody(NodeKind kind, JsonFields fields) {

    private static final List<String> IMMUTABLE = List.of("name", "kind", "path", "id", "workspaceKind");

    /** What a new node is to be, where the parent is not known yet. */
    record Birth(String name, NodeTraits traits, Optional<String> displayName, Optional<String> description) {}

    /** @throws DomainProblem naming the first field that is not as it must be */
    Birth birth() {
        fields.only(fieldsOfNew(kind));
        String name = fields.text("name");
        NodePath.requireValidSegment("name", name);
        return new Birth(name, traits(), fields.optionalText("displayName"), fields.optionalText("description"));
    }

    /**
     * A null display name or description takes away what was written: the name and an empty text are there again.
     *
     * @throws DomainProblem naming the first field that is not as it must be
     */
    NodeChange change(NodePath path) {
        IMMUTABLE.stream().filter(fields::has).findFirst().ifPresent(field -> {
            throw DomainProblem.immutableField(field);
        });
        fields.only(NodeChange.fieldsOf(kind).toArray(String[]::new));
        return new NodeChange(
                textOrReset("displayName", path.name()),
                textOrReset("description", ""),
                flag("secret"),
                flag("locked"),
                sensitiveFeatures(),
                settings().flatMap(settings -> settings.optionalFlag("viewersReadOffline")));
    }

    private NodeTraits traits() {
        return switch (kind) {
            case WORKSPACE ->
                new NodeTraits.Workspace(
                        WorkspaceKind.parse(fields.text("kind")), flag("locked").orElse(true), newSettings());
            case PROJECT ->
                new NodeTraits.Project(
                        flag("secret").orElse(false), flag("locked").orElse(false));
            case FEATURE_SET ->
                new NodeTraits.FeatureSet(
                        flag("secret").orElse(false), sensitiveFeatures().orElse(List.of()));
        };
    }

    private WorkspaceSettings newSettings() {
        return settings()
                .flatMap(settings -> settings.optionalFlag("viewersReadOffline"))
                .map(WorkspaceSettings::new)
                .orElse(WorkspaceSettings.DEFAULT);
    }

    private Optional<JsonFields> settings() {
        return fields.optionalObject("settings").map(settings -> settings.only("viewersReadOffline"));
    }

    private Optional<Boolean> flag(String field) {
        return fields.optionalFlag(field);
    }

    private Optional<List<String>> sensitiveFeatures() {
        return fields.optionalTexts("sensitiveFeatures", NodeText.MOST_SENSITIVE_FEATURES);
    }

    private Optional<String> textOrReset(String field, String reset) {
        Optional<String> text = fields.optionalText(field);
        return text.isEmpty() && fields.has(field) ? Optional.of(reset) : text;
    }

    private static String[] fieldsOfNew(NodeKind kind) {
        List<String> names = new ArrayList<>(List.of("name"));
        if (kind == NodeKind.WORKSPACE) {
            names.add("kind");
        }
        names.addAll(NodeChange.fieldsOf(kind));
        return names.toArray(String[]::new);
    }
}
