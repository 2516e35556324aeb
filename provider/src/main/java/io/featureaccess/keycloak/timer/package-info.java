/** What this extension does by itself, from time to time, on every server. */
package io.featureaccess.keycloak.timer;
