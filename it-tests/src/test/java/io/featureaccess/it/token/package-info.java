/** Roles in tokens, as clients and services get them. */
package io.featureaccess.it.token;
