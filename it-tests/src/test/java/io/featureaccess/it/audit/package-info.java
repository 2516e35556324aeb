/** The record of changes, who may read it, and what admins administer, on the real server. */
package io.featureaccess.it.audit;
