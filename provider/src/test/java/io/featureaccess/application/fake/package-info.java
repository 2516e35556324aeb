/** The ports in memory: one realm whose tables are maps, for use cases to run against without a server. */
package io.featureaccess.application.fake;
