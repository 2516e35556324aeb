/** Measurements that need no server; run by {@code ./benchmark --rules}. */
package io.featureaccess.benchmark;
