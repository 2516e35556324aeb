package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.transfer.ExportAccess;
import io.featureaccess.application.transfer.ImportAccess;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.transfer.ImportOptions;
import io.featureaccess.domain.transfer.ImportReport;
import io.featureaccess.domain.transfer.Numbered;
import io.featureaccess.domain.transfer.TransferLine;
import io.featureaccess.keycloak.spi.TransferApi;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.models.RealmModel;

/** {@link TransferApi} by the use cases. */
record TransferUseCases(ExportAccess exports, ImportAccess imports, RealmModel realm, Clock clock)
        implements TransferApi {

    @Override
    public void beginExport(Caller caller) {
        exports.begin(caller);
    }

    @Override
    public void export(Caller caller, boolean withAudit, Consumer<TransferLine> lines) {
        TransferLine.Header header = new TransferLine.Header(
                Optional.of(realm.getName()),
                Optional.of(realm.getId()),
                Optional.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                Optional.of(caller.breakGlass().isPresent()));
        exports.copy(caller, header, withAudit, lines);
    }

    @Override
    public ImportReport importLines(Caller caller, Iterator<Numbered<TransferLine>> lines, ImportOptions options) {
        return imports.run(caller, realm.getId(), lines, options);
    }
}
