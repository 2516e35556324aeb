/** Access requests and permissions: asking, answering, withdrawing and revoking. */
package io.featureaccess.application.request;
