/** What people are told by e-mail: of requests, answers, coming ends and broken glass. */
package io.featureaccess.domain.notice;
