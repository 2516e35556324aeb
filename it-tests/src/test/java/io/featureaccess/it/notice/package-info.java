/** Letters, as they arrive at a real mail server. */
package io.featureaccess.it.notice;
