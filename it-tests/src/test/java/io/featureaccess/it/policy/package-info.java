/** The policy as administrators see it: shown, saved and evaluated in the admin console. */
package io.featureaccess.it.policy;
