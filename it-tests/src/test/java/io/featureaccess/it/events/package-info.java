/** What is left, and what is told, when Keycloak's own objects go and ours change. */
package io.featureaccess.it.events;
