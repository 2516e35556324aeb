/** Rules that lead from an identity provider's attributes to groups and to the account type, evaluated without side effects. */
package io.featureaccess.domain.rule;
