/** The UMA grant for nodes: paths, exact actions, "everything I may access", and introspection that decides anew. */
package io.featureaccess.keycloak.uma;
