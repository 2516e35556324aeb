package io.featureaccess.keycloak.rest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Leads a request to the API's root, or, where no route fits, to the resource that says so. */
final class FeatureAccessResources implements RealmResourceProvider {

    private static final RouteTable ROUTES = RouteTable.of(RootResource.class);
    private static final Pattern BELOW_BASE =
            Pattern.compile(".*?/realms/[^/]+/+" + FeatureAccessResourcesFactory.ID + "(/.*)?");

    private final KeycloakSession session;

    FeatureAccessResources(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        String method = session.getContext().getHttpRequest().getHttpMethod();
        List<String> known = ROUTES.methodsAt(path());
        boolean ordinary = known.contains(method) && !method.equals("OPTIONS");
        return ordinary ? new RootResource(new Exchange(session)) : new StrayResource(session, known);
    }

    /** As it was sent, not decoded: an encoded slash is part of a segment, not the end of one. */
    private String path() {
        String raw = session.getContext().getUri().getRequestUri().getRawPath();
        Matcher matcher = BELOW_BASE.matcher(raw);
        return matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
    }

    @Override
    public void close() {}
}
