/** Accounts as administrators see them: invited, locked, disabled. */
package io.featureaccess.domain.account;
