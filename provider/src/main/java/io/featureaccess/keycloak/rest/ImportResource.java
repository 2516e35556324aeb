package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.transfer.ImportOptions;
import io.featureaccess.domain.transfer.ImportReport;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Writes a copy of nodes and grants into the realm, as its lines come in. */
public final class ImportResource {

    private static final int LONGEST_REASON = 500;

    private final Exchange exchange;

    ImportResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @POST
    public Response post(InputStream body) {
        return exchange.change(caller -> {
            QueryParams query = exchange.query("unknownPrincipals", "reason");
            ImportOptions options = new ImportOptions(passOver(query), reason(query));
            TransferLines lines = new TransferLines(plain(body));
            return Reply.ok(ReportJson.of(exchange.features().transfer().importLines(caller, lines, options)));
        });
    }

    private static boolean passOver(QueryParams query) {
        String wanted = query.text("unknownPrincipals").orElse("refuse");
        return switch (wanted) {
            case "refuse" -> false;
            case "pass-over" -> true;
            default -> throw DomainProblem.notOneOf("unknownPrincipals", wanted, List.of("refuse", "pass-over"));
        };
    }

    private static Optional<String> reason(QueryParams query) {
        return query.text("reason").map(reason -> {
            if (reason.length() > LONGEST_REASON) {
                throw DomainProblem.malformed("reason", "it has at most " + LONGEST_REASON + " characters");
            }
            return reason;
        });
    }

    /** Compressed files are taken, because the server limits a body's length. */
    private InputStream plain(InputStream body) {
        if (!exchange.header("Content-Type").map(ImportResource::isNdjson).orElse(false)) {
            throw HttpProblem.of(
                    HttpProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "the body is lines of JSON: 'Content-Type: " + TransferLines.MEDIA_TYPE + "'");
        }
        if (body == null) {
            throw HttpProblem.of(HttpProblemCode.MISSING_BODY, "this request needs lines of JSON as its body");
        }
        return exchange.header("Content-Encoding")
                        .filter("gzip"::equalsIgnoreCase)
                        .isPresent()
                ? unzipped(body)
                : body;
    }

    private static InputStream unzipped(InputStream body) {
        try {
            return new GZIPInputStream(body);
        } catch (IOException e) {
            throw DomainProblem.malformed("body", "'Content-Encoding: gzip' says that it is compressed, and it is not");
        }
    }

    private static boolean isNdjson(String type) {
        return type.split(";", 2)[0].strip().equalsIgnoreCase(TransferLines.MEDIA_TYPE);
    }

    /** What an import did, as JSON. */
    private record ReportJson(CountJson nodes, CountJson grants, long grantsPassedOver) {

        private record CountJson(long added, long changed, long unchanged) {
            static CountJson of(ImportReport.Count count) {
                return new CountJson(count.added(), count.changed(), count.unchanged());
            }
        }

        static ReportJson of(ImportReport report) {
            return new ReportJson(
                    CountJson.of(report.nodes()), CountJson.of(report.grants()), report.grantsPassedOver());
        }
    }
}
