/** Nodes: the workspaces, projects and feature sets that access is about, and how they are named. */
package io.featureaccess.domain.node;
