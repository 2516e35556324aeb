/** Pages: no list is ever handed over whole. */
package io.featureaccess.domain.page;
