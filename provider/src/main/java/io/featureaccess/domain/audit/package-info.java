/** The record of changes: who changed what, on what, from what to what, when and why. */
package io.featureaccess.domain.audit;
