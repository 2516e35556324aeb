package io.featureaccess.keycloak.uma;

import org.keycloak.representations.AccessToken;

/**
 * One request for permissions to our resource server.
 *
 * @param rpt the earlier RPT to add to, its signature verified; null where the request brings none
 */
record UmaRequest(UmaForm form, UmaTarget target, AccessToken rpt) {

    /** Whether nothing but a yes or no is wanted, on no other ground than who asks. */
    boolean isYesOrNo() {
        return form.isYesOrNo() && rpt == null && target.ticket().isEmpty();
    }
}
