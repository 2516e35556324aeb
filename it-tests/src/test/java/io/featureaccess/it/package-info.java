/** Black-box tests: the packaged JARs in an unmodified Keycloak, spoken to over HTTP alone. */
package io.featureaccess.it;
