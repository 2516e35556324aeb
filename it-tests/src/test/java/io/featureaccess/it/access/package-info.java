/** Who may do what and why, decisions asked for in batches, and principals, on the real server. */
package io.featureaccess.it.access;
