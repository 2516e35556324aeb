/** Services that know nothing of this extension protect themselves with it, by the libraries that exist. */
package io.featureaccess.it.client;
