/** Use cases about rules that lead from an identity provider's attributes to groups and account types. */
package io.featureaccess.application.rules;
