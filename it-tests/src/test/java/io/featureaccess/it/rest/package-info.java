/** The HTTP API as its callers see it: tokens, nodes, bad input, what it must not tell, and what it costs. */
package io.featureaccess.it.rest;
