/** Grants: which principal holds which role, where, and until when. */
package io.featureaccess.domain.grant;
