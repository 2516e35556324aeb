/** Logins through identity providers: a realm of the same server that speaks OpenID Connect and SAML. */
package io.featureaccess.it.broker;
