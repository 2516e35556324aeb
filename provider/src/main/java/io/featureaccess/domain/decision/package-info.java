/** The decision: a pure function from a question and the facts to PERMIT or DENY with reasons. */
package io.featureaccess.domain.decision;
