/** What the extension keeps installed on the resource server, and mends. */
package io.featureaccess.it.install;
