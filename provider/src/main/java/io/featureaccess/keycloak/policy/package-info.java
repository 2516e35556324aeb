/** The Authorization Services policy that asks our decision about each node. */
package io.featureaccess.keycloak.policy;
