package io.featureaccess.storage;

/** Which nodes facts are read about. */
interface NodeSelection {

    /** The columns of a node {@code n} that a selection has. */
    String COLUMNS = "n.ID, n.PATH, n.SECRET, n.LOCKED, n.VIEWERS_READ_OFFLINE";

    /** A selection of the nodes and of all above them; it may read from {@code CARRIER}. */
    String selection();

    /** What the text of the selection depends on: equal for equal texts. There are few shapes, so that texts can be kept. */
    Object shape();

    void bind(Statement statement);

    /** @param nodes a table {@code a} with the nodes' own ids and those of their workspaces and projects */
    static String lineagesOf(String nodes) {
        return "SELECT DISTINCT " + COLUMNS + " FROM " + nodes
                + " JOIN FA_NODE n ON n.ID IN (a.WORKSPACE_ID, a.PROJECT_ID, a.ID) AND n.REALM_ID = :realm";
    }
}
