/** Use cases that copy a realm's nodes and grants out, and write such a copy back. */
package io.featureaccess.application.transfer;
