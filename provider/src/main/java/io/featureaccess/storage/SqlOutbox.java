package io.featureaccess.storage;

import io.featureaccess.application.port.Outbox;
import io.featureaccess.domain.notice.Notice;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.storage.entity.OutboxEntity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** {@link Outbox} in the table {@code FA_OUTBOX}. */
public final class SqlOutbox implements Outbox {

    private final Sql sql;
    private final Clock clock;

    public SqlOutbox(EntityManager entities, String realm, Clock clock) {
        this.sql = new Sql(entities, realm);
        this.clock = clock;
    }

    @Override
    public void put(List<Notice> notices) {
        Instant now = clock.instant();
        sql.insert(
                notices.stream()
                        .map(notice -> OutboxEntity.of(sql.realm(), notice, now))
                        .toList(),
                DomainProblem::changedMeanwhile);
    }
}
