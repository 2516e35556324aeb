package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.grant.GrantPlace;
import io.featureaccess.domain.node.NodeKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Where every route begins. */
public final class RootResource {

    private static final String WORKSPACES = "workspaces";
    private static final String WORKSPACE = WORKSPACES + "/{w}";
    private static final String PROJECTS = WORKSPACE + "/projects";
    private static final String PROJECT = PROJECTS + "/{p}";
    private static final String FEATURE_SETS = PROJECT + "/feature-sets";
    private static final String FEATURE_SET = FEATURE_SETS + "/{f}";

    private final Exchange exchange;

    RootResource(Exchange exchange) {
        this.exchange = exchange;
    }

    /** This API, described; the only route without a caller. */
    @GET
    @Path("openapi.json")
    public Response description() {
        return exchange.description();
    }

    @Path("me")
    public MeResource me() {
        return new MeResource(exchange);
    }

    @Path(WORKSPACES)
    public NodesResource workspaces() {
        return new NodesResource(exchange, NodeKind.WORKSPACE, Optional.empty());
    }

    @Path(WORKSPACE)
    public NodeResource workspace(@PathParam("w") String w) {
        return new NodeResource(exchange, NodeKind.WORKSPACE, PathSegments.of(w));
    }

    @Path(PROJECTS)
    public NodesResource projects(@PathParam("w") String w) {
        return new NodesResource(exchange, NodeKind.PROJECT, Optional.of(PathSegments.of(w)));
    }

    @Path(PROJECT)
    public NodeResource project(@PathParam("w") String w, @PathParam("p") String p) {
        return new NodeResource(exchange, NodeKind.PROJECT, PathSegments.of(w, p));
    }

    @Path(FEATURE_SETS)
    public NodesResource featureSets(@PathParam("w") String w, @PathParam("p") String p) {
        return new NodesResource(exchange, NodeKind.FEATURE_SET, Optional.of(PathSegments.of(w, p)));
    }

    @Path(FEATURE_SET)
    public NodeResource featureSet(@PathParam("w") String w, @PathParam("p") String p, @PathParam("f") String f) {
        return new NodeResource(exchange, NodeKind.FEATURE_SET, PathSegments.of(w, p, f));
    }

    @Path("nodes")
    public SearchResource nodes() {
        return new SearchResource(exchange);
    }

    @Path("all-workspaces/grants")
    public GrantsResource grantsOnAllWorkspaces() {
        return new GrantsResource(exchange, GrantPlace::allWorkspaces);
    }

    @Path("requests")
    public RequestsResource requests() {
        return new RequestsResource(exchange);
    }

    @Path("requests/{id}")
    public RequestResource request(@PathParam("id") String id) {
        return new RequestResource(exchange, id);
    }

    @Path("permissions")
    public PermissionsResource permissions() {
        return new PermissionsResource(exchange);
    }

    @Path("permissions/{id}")
    public PermissionResource permission(@PathParam("id") String id) {
        return new PermissionResource(exchange, id);
    }

    @Path("decisions")
    public DecisionsResource decisions() {
        return new DecisionsResource(exchange);
    }

    @Path("principals")
    public PrincipalsResource principals() {
        return new PrincipalsResource(exchange);
    }

    @Path("users")
    public UsersResource users() {
        return new UsersResource(exchange);
    }

    @Path("users/{ref}")
    public UserResource user(@PathParam("ref") String ref) {
        return new UserResource(exchange, ref);
    }

    @Path("groups")
    public GroupsResource groups() {
        return new GroupsResource(exchange);
    }

    @Path("groups/{id}")
    public GroupResource group(@PathParam("id") String id) {
        return new GroupResource(exchange, id);
    }

    @Path("identity-providers")
    public IdentityProvidersResource identityProviders() {
        return new IdentityProvidersResource(exchange);
    }

    @Path("identity-providers/{alias}")
    public IdentityProviderResource identityProvider(@PathParam("alias") String alias) {
        return new IdentityProviderResource(exchange, alias);
    }

    @Path("service-accounts")
    public ServiceAccountsResource serviceAccounts() {
        return new ServiceAccountsResource(exchange);
    }

    @Path("audit")
    public AuditResource audit() {
        return new AuditResource(exchange);
    }

    @Path("orphans")
    public OrphansResource orphans() {
        return new OrphansResource(exchange);
    }

    @Path("settings")
    public SettingsResource settings() {
        return new SettingsResource(exchange);
    }

    @Path("installation")
    public InstallationResource installation() {
        return new InstallationResource(exchange);
    }

    @Path("export")
    public ExportResource export() {
        return new ExportResource(exchange);
    }

    @Path("import")
    public ImportResource importLines() {
        return new ImportResource(exchange);
    }
}
