/** Makes and changes the clients, and their users, that service accounts are in Keycloak. */
package io.featureaccess.keycloak.accounts;
