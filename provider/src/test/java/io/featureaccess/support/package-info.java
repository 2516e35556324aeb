/** Small helpers that tests of several packages need. */
package io.featureaccess.support;
