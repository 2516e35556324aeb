/** What this extension offers to its own doors and to other extensions, through {@code session.getProvider}. */
package io.featureaccess.keycloak.spi;
