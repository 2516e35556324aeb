/** Access requests and permissions, one after the other and at once, on the real server. */
package io.featureaccess.it.request;
