/** The Authorization Services resources that stand for nodes: rows written by the set, and Keycloak's caches told of it. */
package io.featureaccess.keycloak.resources;
