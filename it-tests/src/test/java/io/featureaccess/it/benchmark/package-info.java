/** How fast it is, beside stock Keycloak: run by hand with one command, never as a test. */
package io.featureaccess.it.benchmark;
