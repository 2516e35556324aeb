/** The HTTP API: each resource authenticates, reads the request, asks the SPI once and writes the answer. */
package io.featureaccess.keycloak.rest;
