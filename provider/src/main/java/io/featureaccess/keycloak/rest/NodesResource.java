package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.node.NewNode;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/** The workspaces, or the nodes directly below one node. */
public final class NodesResource {

    private static final int LONGEST_SEARCH = 255;

    private final Exchange exchange;
    private final NodeKind kind;
    private final Optional<PathSegments> parent;

    /** @param parent empty for workspaces */
    NodesResource(Exchange exchange, NodeKind kind, Optional<PathSegments> parent) {
        this.exchange = exchange;
        this.kind = kind;
        this.parent = parent;
    }

    @GET
    public Response list() {
        return exchange.read(caller -> {
            QueryParams query = exchange.query("search", "first", "max");
            Optional<String> search = query.text("search", LONGEST_SEARCH);
            Optional<NodePath> above = parent.map(PathSegments::path);
            return Reply.ok(
                    ItemsJson.of(exchange.features().nodes().list(caller, above, search, query.page()), NodeJson::of));
        });
    }

    @POST
    public Response create(InputStream body) {
        return exchange.change(caller -> {
            exchange.query();
            NodeBody.Birth birth = new NodeBody(kind, exchange.object(body)).birth();
            NodePath path =
                    parent.map(above -> above.path().child(birth.name())).orElseGet(() -> NodePath.parse(birth.name()));
            NewNode wanted = NewNode.of(path, birth.traits(), birth.displayName(), birth.description());
            return Reply.created(NodeJson.of(exchange.features().nodes().create(caller, wanted)));
        });
    }
}
