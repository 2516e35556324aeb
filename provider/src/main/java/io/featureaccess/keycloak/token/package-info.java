/** The protocol mapper that writes what somebody may do in the feature store into their tokens. */
package io.featureaccess.keycloak.token;
