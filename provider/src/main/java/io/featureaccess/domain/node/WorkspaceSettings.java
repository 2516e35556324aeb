package io.featureaccess.domain.node;

/**
 * What a workspace's owners may switch for everything in it.
 *
 * @param viewersReadOffline adds {@code read-offline} to viewer, and so to every role that contains viewer, in the
 *     workspace and below: Tecton lets viewers run commands that access offline data
 */
public record WorkspaceSettings(boolean viewersReadOffline) {

    public static final WorkspaceSettings DEFAULT = new WorkspaceSettings(false);
}
