package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.node.NodeChange;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** One workspace, project or feature set. */
public final class NodeResource {

    private final Exchange exchange;
    private final NodeKind kind;
    private final PathSegments segments;

    NodeResource(Exchange exchange, NodeKind kind, PathSegments segments) {
        this.exchange = exchange;
        this.kind = kind;
        this.segments = segments;
    }

    @GET
    public Response get() {
        return exchange.read(caller -> {
            exchange.query();
            return Reply.ok(NodeJson.of(exchange.features().nodes().get(caller, NodeRef.of(segments.path()))));
        });
    }

    @PATCH
    public Response update(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            JsonFields fields = exchange.object(body);
            NodePath path = segments.path();
            NodeChange change = new NodeBody(kind, fields).change(path);
            return Reply.ok(NodeJson.of(exchange.features().nodes().update(caller, NodeRef.of(path), change)));
        });
    }

    @DELETE
    public Response delete() {
        return exchange.change(caller -> {
            boolean recursive = exchange.query("recursive").flag("recursive");
            exchange.features().nodes().delete(caller, NodeRef.of(segments.path()), recursive);
            return Reply.nothing();
        });
    }

    @Path("grants")
    public GrantsResource grants() {
        return new GrantsResource(exchange, () -> GrantPlace.node(NodeRef.of(segments.path())));
    }

    @Path("requests")
    public NodeRequestsResource requests() {
        return new NodeRequestsResource(exchange, segments);
    }

    @Path("access")
    public AccessResource access() {
        return new AccessResource(exchange, segments);
    }
}
