/** All that touches Keycloak: doors that translate, the SPI they call, and the wiring behind it. */
package io.featureaccess.keycloak;
