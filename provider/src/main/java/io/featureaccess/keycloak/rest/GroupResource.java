package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.group.GroupChange;
import io.featureaccess.domain.group.GroupPlace;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/** One group, and who is in it. */
public final class GroupResource {

    private static final int LONGEST_SEARCH = 255;

    private final Exchange exchange;
    private final String id;

    GroupResource(Exchange exchange, String id) {
        this.exchange = exchange;
        this.id = id;
    }

    @GET
    public Response get() {
        return exchange.read(caller -> {
            exchange.query();
            return Reply.ok(GroupJson.of(exchange.features().groups().get(group())));
        });
    }

    @PATCH
    public Response change(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("name", "parent", "reason");
            GroupChange wanted = new GroupChange(fields.optionalText("name"), place(fields), ReasonField.of(fields));
            return Reply.ok(GroupJson.of(exchange.features().groups().change(caller, group(), wanted)));
        });
    }

    /** Without the field the group stays where it lies; where it is null, it moves to the top. */
    private static Optional<GroupPlace> place(JsonFields fields) {
        if (!fields.has("parent")) {
            return Optional.empty();
        }
        return Optional.of(fields.optionalText("parent")
                .map(GroupReference::ofParent)
                .map(GroupPlace::in)
                .orElseGet(GroupPlace::top));
    }

    @DELETE
    public Response delete() {
        return exchange.change(caller -> {
            boolean recursive = exchange.query("recursive").flag("recursive");
            exchange.features().groups().delete(caller, group(), recursive);
            return Reply.nothing();
        });
    }

    @GET
    @Path("members")
    public Response members() {
        return exchange.read(caller -> {
            QueryParams query = exchange.query("search", "first", "max");
            Optional<String> search = query.text("search", LONGEST_SEARCH);
            return Reply.ok(ItemsJson.of(
                    exchange.features().groups().members(caller, group(), search, query.page()), MemberJson::of));
        });
    }

    @PUT
    @Path("members")
    public Response join(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body).only("principal", "reason");
            PrincipalRef who = PrincipalRef.parse(fields.text("principal"));
            Principal member = exchange.features().groups().join(caller, group(), who, ReasonField.of(fields));
            return Reply.ok(MemberJson.of(member));
        });
    }

    @DELETE
    @Path("members")
    public Response leave() {
        return exchange.change(caller -> {
            QueryParams query = exchange.query("principal");
            exchange.features().groups().leave(caller, group(), PrincipalRef.parse(query.requiredText("principal")));
            return Reply.nothing();
        });
    }

    private PrincipalRef group() {
        return GroupReference.ofRoute(id);
    }
}
