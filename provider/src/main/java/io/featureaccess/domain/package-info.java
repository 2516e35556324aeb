/** The rules of feature-store access, in plain Java: no framework, no database, no clock of its own. */
package io.featureaccess.domain;
