/** Letters as Keycloak writes and sends them: its e-mail theme's words, the realm's mail server. */
package io.featureaccess.keycloak.mail;
