/** Roles as sets of actions, and the one table that says which role may do what on which kind of node. */
package io.featureaccess.domain.role;
