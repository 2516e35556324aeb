package io.featureaccess.storage.entity;

import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeTraits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** A node with the ids of those above it, so that its lineage is a join and never a recursion. */
@Entity(name = "FeatureAccessNode")
@Table(name = "FA_NODE")
public class NodeEntity {

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "PATH", length = 191, nullable = false)
    private String path;

    @Column(name = "KIND", length = 16, nullable = false)
    private String kind;

    @Column(name = "PARENT_ID", length = 36)
    private String parentId;

    @Column(name = "WORKSPACE_ID", length = 36, nullable = false)
    private String workspaceId;

    @Column(name = "PROJECT_ID", length = 36)
    private String projectId;

    @Column(name = "SECRET", nullable = false)
    private boolean secret;

    @Column(name = "LOCKED", nullable = false)
    private boolean locked;

    @Column(name = "WORKSPACE_KIND", length = 8)
    private String workspaceKind;

    @Column(name = "VIEWERS_READ_OFFLINE", nullable = false)
    private boolean viewersReadOffline;

    @Column(name = "SENSITIVE_FEATURES", length = 300_000)
    private String sensitiveFeatures;

    @Column(name = "DISPLAY_NAME")
    private String displayName;

    @Column(name = "DESCRIPTION", length = 4000)
    private String description;

    @Column(name = "CREATED_BY", nullable = false)
    private String createdBy;

    @Column(name = "CREATED_AT", nullable = false)
    private long createdAt;

    @Column(name = "VERSION", nullable = false)
    private int version;

    protected NodeEntity() {}

    /** @param parent where the node lies; empty for a workspace */
    public static NodeEntity of(String realmId, Node node, Optional<Lineage> parent) {
        NodeEntity entity = new NodeEntity();
        entity.id = node.id().value();
        entity.realmId = realmId;
        entity.path = node.path().toString();
        entity.kind = node.kind().id();
        Lineage lineage = Lineage.of(node, parent);
        entity.parentId = parent.map(Lineage::id).orElse(null);
        entity.workspaceId = lineage.workspaceId();
        entity.projectId = lineage.projectId().orElse(null);
        entity.displayName = node.displayName();
        entity.description = node.description();
        entity.createdBy = node.createdBy().value();
        entity.createdAt = Micros.of(node.createdAt());
        entity.version = node.version();
        entity.setTraits(node.traits());
        return entity;
    }

    public String id() {
        return id;
    }

    /** Takes over what may change of a node: display name, description and traits. */
    public void change(Node node) {
        displayName = node.displayName();
        description = node.description();
        version++;
        setTraits(node.traits());
    }

    private void setTraits(NodeTraits traits) {
        secret = traits.secret();
        locked = traits.locked();
        if (traits instanceof NodeTraits.Workspace workspace) {
            workspaceKind = workspace.workspaceKind().id();
            viewersReadOffline = workspace.settings().viewersReadOffline();
        }
        if (traits instanceof NodeTraits.FeatureSet featureSet) {
            sensitiveFeatures = TextList.write(featureSet.sensitiveFeatures());
        }
    }
}
