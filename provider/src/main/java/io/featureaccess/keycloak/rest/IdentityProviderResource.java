package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.RuleQuestion;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;

/** The rules of one identity provider, and what they would do. */
public final class IdentityProviderResource {

    private static final int MOST_ATTRIBUTES = 200;
    private static final int MOST_VALUES = 1000;

    private final Exchange exchange;
    private final String alias;

    IdentityProviderResource(Exchange exchange, String alias) {
        this.exchange = exchange;
        this.alias = alias;
    }

    @GET
    @Path("rules")
    public Response list() {
        return exchange.read(caller -> {
            exchange.query();
            List<MapperRules> all = exchange.features().rules().list(caller, alias());
            return Reply.ok(ItemsJson.of(new Page<>(all, OptionalLong.of(all.size())), RulesJson::of));
        });
    }

    @GET
    @Path("rules/{mapper}")
    public Response get(@PathParam("mapper") String mapper) {
        return exchange.read(caller -> {
            exchange.query();
            return Reply.ok(RulesJson.of(exchange.features().rules().get(caller, alias(), mapper)));
        });
    }

    @PUT
    @Path("rules/{mapper}")
    public Response change(@PathParam("mapper") String mapper, InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("rules", "reason");
            String rules = fields.optionalJson("rules")
                    .map(Json::write)
                    .orElseThrow(() -> DomainProblem.missingField("rules"));
            return Reply.ok(RulesJson.of(
                    exchange.features().rules().change(caller, alias(), mapper, rules, ReasonField.of(fields))));
        });
    }

    @POST
    @Path("dry-run")
    public Response preview(InputStream body) {
        return exchange.read(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("principal", "attributes", "mapper", "rules");
            if (!fields.has("attributes")) {
                throw DomainProblem.missingField("attributes");
            }
            RuleQuestion question = new RuleQuestion(
                    fields.optionalText("principal").map(PrincipalRef::parse),
                    fields.optionalTextLists("attributes", MOST_ATTRIBUTES, MOST_VALUES),
                    fields.optionalText("mapper"),
                    fields.optionalJson("rules").map(Json::write));
            return Reply.ok(PreviewJson.of(exchange.features().rules().preview(caller, alias(), question)));
        });
    }

    /** An alias that no database could keep is one that no identity provider has. */
    private String alias() {
        if (PrincipalRef.UNSTORABLE.matcher(alias).find()) {
            throw DomainProblem.notFound("identity provider");
        }
        return alias;
    }
}
