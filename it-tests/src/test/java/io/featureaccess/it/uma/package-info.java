/** The UMA grant and RPT introspection, for every way to call them. */
package io.featureaccess.it.uma;
