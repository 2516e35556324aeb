/** Brings our tables into Keycloak's database. */
package io.featureaccess.keycloak.jpa;
