/** Tells the realm's own record of admin events about recorded changes. */
package io.featureaccess.keycloak.notices;
