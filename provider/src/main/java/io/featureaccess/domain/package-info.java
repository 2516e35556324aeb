/** The rules of access to a feature store: plain Java, nothing of Keycloak, nothing of a database. */
package io.featureaccess.domain;
