/** What the tests stand on: one real server a JVM, a realm a test, and plain HTTP clients for every door. */
package io.featureaccess.it.harness;
