/** The record of changes kept safe: seals over it, their verification, and its end. */
package io.featureaccess.application.record;
