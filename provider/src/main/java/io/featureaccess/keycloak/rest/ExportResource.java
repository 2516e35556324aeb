package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.transfer.TransferLine;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** A copy of all nodes and grants, as lines of JSON that are written while they are read. */
public final class ExportResource {

    private final Exchange exchange;

    ExportResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response get() {
        return exchange.read(caller -> {
            boolean withAudit = exchange.query("audit").flag("audit");
            exchange.features().transfer().beginExport(caller);
            return exchange.streamed(TransferLines.MEDIA_TYPE, (features, answer) -> features.transfer()
                    .export(caller, withAudit, line -> append(answer, line)));
        });
    }

    private static void append(Writer answer, TransferLine line) {
        try {
            answer.append(TransferLineJson.of(line)).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the receiver of an export is gone", e);
        }
    }
}
