/** What time does by itself, and what is done about it in the background. */
package io.featureaccess.application.expiry;
