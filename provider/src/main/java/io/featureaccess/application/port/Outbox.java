package io.featureaccess.application.port;

import io.featureaccess.domain.notice.Notice;
import java.util.List;

/**
 * What people are to be told. A notice is written in the transaction of the change that it tells of, and sent later, in the
 * background: a failing mail server never costs a change. Where the realm has no mail server, nothing is kept.
 */
public interface Outbox {

    void put(List<Notice> notices);
}
