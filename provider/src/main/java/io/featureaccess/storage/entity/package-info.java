/** The tables as classes: how rows are written; they are read by queries, so that none is ever stale in a session. */
package io.featureaccess.storage.entity;
