package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.settings.DenialRecording;
import io.featureaccess.domain.settings.PlatformSettings;
import io.featureaccess.domain.settings.SettingsChange;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The settings of the platform. */
public final class SettingsResource {

    private final Exchange exchange;

    SettingsResource(Exchange exchange) {
        this.exchange = exchange;
    }

    @GET
    public Response read() {
        return exchange.read(caller -> {
            exchange.query();
            return Reply.ok(SettingsJson.of(exchange.features().administration().settings(caller)));
        });
    }

    @PATCH
    public Response change(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body)
                    .only(
                            "maxPermissions",
                            "rptLifespan",
                            "auditRetentionDays",
                            "auditDenials",
                            "requestExpiryDays",
                            "reason");
            SettingsChange change = new SettingsChange(
                    fields.optionalNumber("maxPermissions"),
                    fields.optionalNumber("rptLifespan"),
                    fields.optionalNumber("auditRetentionDays"),
                    fields.optionalText("auditDenials").map(DenialRecording::parse),
                    fields.optionalNumber("requestExpiryDays"),
                    ReasonField.of(fields));
            PlatformSettings changed = exchange.features().administration().changeSettings(caller, change);
            return Reply.ok(SettingsJson.of(changed));
        });
    }
}
