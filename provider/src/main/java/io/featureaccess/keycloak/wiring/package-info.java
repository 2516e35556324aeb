/** The composition root: for one session, storage behind ports, ports behind use cases, use cases behind the SPI. */
package io.featureaccess.keycloak.wiring;
