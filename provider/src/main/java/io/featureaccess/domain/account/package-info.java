/** Accounts as their holders and administrators see them: what they may, and whether they are invited, locked or disabled. */
package io.featureaccess.domain.account;
