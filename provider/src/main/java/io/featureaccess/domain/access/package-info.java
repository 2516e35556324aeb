/** Answers to "who holds what here, and why", with the names that people know things by. */
package io.featureaccess.domain.access;
