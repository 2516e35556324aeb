package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.access.NodeView;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.util.List;

/**
 * A node as its reader sees it; what nodes of its kind do not have is absent.
 *
 * @param createdBy the creator's reference, by id where that principal is gone
 * @param owners references of up to five whom to ask; absent in lists
 * @param myRoles the reader's roles there, strongest first
 */
record NodeJson(
        String id,
        String path,
        String kind,
        String name,
        String displayName,
        String description,
        Boolean secret,
        Boolean locked,
        String workspaceKind,
        List<String> sensitiveFeatures,
        SettingsJson settings,
        String createdBy,
        String createdAt,
        List<String> owners,
        List<String> myRoles,
        List<String> myActions) {

    /** The settings of a workspace. */
    record SettingsJson(boolean viewersReadOffline) {}

    /** What nodes of only some kinds have. */
    private record Traits(
            Boolean secret,
            Boolean locked,
            String workspaceKind,
            List<String> sensitiveFeatures,
            SettingsJson settings) {

        static Traits of(NodeTraits traits) {
            if (traits instanceof NodeTraits.Workspace workspace) {
                SettingsJson settings = new SettingsJson(workspace.settings().viewersReadOffline());
                return new Traits(
                        null, workspace.locked(), workspace.workspaceKind().id(), null, settings);
            }
            if (traits instanceof NodeTraits.Project project) {
                return new Traits(project.secret(), project.locked(), null, null, null);
            }
            NodeTraits.FeatureSet featureSet = (NodeTraits.FeatureSet) traits;
            return new Traits(featureSet.secret(), null, null, featureSet.sensitiveFeatures(), null);
        }
    }

    static NodeJson of(NodeView view) {
        Node node = view.node();
        Traits traits = Traits.of(node.traits());
        return new NodeJson(
                node.id().value(),
                node.path().toString(),
                node.kind().id(),
                node.path().name(),
                node.displayName(),
                node.description(),
                traits.secret(),
                traits.locked(),
                traits.workspaceKind(),
                traits.sensitiveFeatures(),
                traits.settings(),
                view.creator().map(Principal::reference).orElse("id:" + node.createdBy()),
                node.createdAt().toString(),
                view.owners().isEmpty()
                        ? null
                        : view.owners().stream().map(Principal::reference).toList(),
                view.access().countingRoles().stream().map(Role::id).toList(),
                view.access().actions().stream().map(Action::id).toList());
    }
}
