/** Roles given and taken, one after the other and at once, on the real server. */
package io.featureaccess.it.grant;
