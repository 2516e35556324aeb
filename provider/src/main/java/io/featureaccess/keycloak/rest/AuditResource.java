package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditQuestion;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalRef;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;

/** The record of changes. */
public final class AuditResource {

    private final Exchange exchange;

    AuditResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** @param cursor what to send for the next page; absent on the last one */
    private record RowsJson(List<AuditRowJson> items, String cursor) {}

    @GET
    public Response page() {
        return exchange.read(caller -> {
            QueryParams query =
                    exchange.query("node", "principal", "actor", "change", "since", "until", "cursor", "max");
            int max =
                    PageRequest.ofFirst(query.number("max", PageRequest.USUAL)).max();
            List<AuditRow> rows = exchange.features().audit().page(caller, question(query), max);
            String next = rows.size() < max ? null : rows.get(max - 1).id();
            return Reply.ok(new RowsJson(rows.stream().map(AuditRowJson::of).toList(), next));
        });
    }

    /** All of it, a row a line. */
    @GET
    @Path("export")
    public Response export() {
        return exchange.read(caller -> {
            AuditQuestion question = question(exchange.query("node", "principal", "actor", "change", "since", "until"));
            exchange.features().audit().requireReadable(caller, question);
            return exchange.streamed(
                    TransferLines.MEDIA_TYPE,
                    (features, answer) -> write(features.audit().export(caller, question), answer));
        });
    }

    /** Whether it is as it was written. */
    @GET
    @Path("verification")
    public Response verification() {
        return exchange.read(caller -> {
            exchange.query();
            return Reply.ok(VerificationJson.of(exchange.features().audit().verify(caller)));
        });
    }

    private static void write(Iterator<AuditRow> rows, Writer answer) throws IOException {
        while (rows.hasNext()) {
            answer.append(Json.write(AuditRowJson.of(rows.next()))).append('\n');
        }
    }

    private static AuditQuestion question(QueryParams query) {
        return new AuditQuestion(
                query.text("node").map(NodePath::parse),
                query.text("principal").map(PrincipalRef::parse),
                query.text("actor").map(PrincipalRef::parse),
                query.text("change").map(AuditChange::parse),
                query.instant("since"),
                query.instant("until"),
                query.text("cursor"));
    }
}
