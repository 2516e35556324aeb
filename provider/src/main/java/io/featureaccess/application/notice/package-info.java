/** The way of notices: to whom, whether they may still know, and by the mail server. */
package io.featureaccess.application.notice;
