package io.featureaccess.application.fake;

import io.featureaccess.application.port.Outbox;
import io.featureaccess.domain.notice.Notice;
import java.util.ArrayList;
import java.util.List;

/** Notices in memory, in the order they were put. */
public final class FakeOutbox implements Outbox {

    private final List<Notice> notices = new ArrayList<>();

    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    @Override
    public void put(List<Notice> more) {
        notices.addAll(more);
    }
}
