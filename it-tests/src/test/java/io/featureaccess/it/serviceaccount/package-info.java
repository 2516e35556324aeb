/** Service accounts and their API keys, from outside. */
package io.featureaccess.it.serviceaccount;
