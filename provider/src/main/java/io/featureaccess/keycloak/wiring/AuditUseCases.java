package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.ReadAudit;
import io.featureaccess.application.record.VerifyRecord;
import io.featureaccess.domain.audit.AuditQuestion;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Verification;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.keycloak.spi.AuditApi;
import java.util.Iterator;
import java.util.List;

/** {@link AuditApi} by the use cases. */
record AuditUseCases(ReadAudit read, VerifyRecord verify) implements AuditApi {

    @Override
    public List<AuditRow> page(Caller caller, AuditQuestion question, int max) {
        return read.page(caller, question, max);
    }

    @Override
    public void requireReadable(Caller caller, AuditQuestion question) {
        read.requireReadable(caller, question);
    }

    @Override
    public Verification verify(Caller caller) {
        return verify.verify(caller);
    }

    @Override
    public Iterator<AuditRow> export(Caller caller, AuditQuestion question) {
        return read.export(caller, question);
    }
}
