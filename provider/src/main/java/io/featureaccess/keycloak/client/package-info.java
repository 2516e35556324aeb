/** Lets service accounts authenticate at Keycloak's own endpoints by their API keys, as clients by their secrets. */
package io.featureaccess.keycloak.client;
