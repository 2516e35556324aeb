/** The decision files, held against every door of a real server: three doors, one answer. */
package io.featureaccess.it.decision;
