/** Principals: the users, service accounts and groups that roles are granted to, and how they are written. */
package io.featureaccess.domain.principal;
