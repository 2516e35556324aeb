/** The door for logins through identity providers: mappers that have rules applied, and refuse rules that cannot be read. */
package io.featureaccess.keycloak.broker;
