/** Service accounts, and the API keys that are their client secrets: how keys are written, kept and checked. */
package io.featureaccess.domain.serviceaccount;
