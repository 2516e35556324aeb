/** Keeps the realm's resource server as it must be: scopes, policy, permissions, resources, and the client itself. */
package io.featureaccess.keycloak.install;
