package io.featureaccess.storage;

/** Which nodes facts are read about. */
interface NodeSelection {

    /** A selection of the nodes' ids with those of their workspaces and projects; it may read from {@code CARRIER}. */
    String selection();

    Sql.Statement bind(Sql.Statement statement);
}
