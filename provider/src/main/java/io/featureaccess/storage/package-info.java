/** The ports' implementations over the server's own database; no entity and no SQL leaves this package. */
package io.featureaccess.storage;
