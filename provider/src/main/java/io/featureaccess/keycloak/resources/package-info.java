/** What of Keycloak's tables follows ours, above all the resources that stand for nodes: written by the set, and Keycloak's caches told of it. */
package io.featureaccess.keycloak.resources;
