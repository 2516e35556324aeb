package io.featureaccess.it.harness;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One test's realm: the resource server's client {@code feature-store}, and a public client {@code notebook} with which
 * people get tokens by password. It is removed when closed.
 */
public final class TestRealm implements AutoCloseable {

    /** The resource server's client. */
    public static final String RESOURCE_SERVER = "feature-store";
    /** The secret of the resource server's client. */
    public static final String RESOURCE_SERVER_SECRET = "feature-store-secret";
    /** The public client with which people get their tokens. */
    public static final String PUBLIC_CLIENT = "notebook";
    /** What a token needs so that changes are made with it. */
    public static final String MANAGE = "feature-access:manage";

    private final Keycloak server;
    private final String name;

    private TestRealm(Keycloak server, String name) {
        this.server = server;
        this.name = name;
    }

    static TestRealm create(Keycloak server, String name) {
        server.admin().post("realms", RealmTemplate.named(name)).expect(201);
        return new TestRealm(server, name);
    }

    public String name() {
        return name;
    }

    /** The same realm, asked at another server with the same database. Only one of the two is closed. */
    public TestRealm at(Keycloak other) {
        return new TestRealm(other, name);
    }

    /** The realm's public address, which is the issuer of its tokens too. */
    public String url() {
        return server.url() + "/realms/" + name;
    }

    public Keycloak server() {
        return server;
    }

    /** The administration API of this realm, below {@code /admin/realms/{realm}}. */
    public JsonApi admin() {
        return server.admin().at("realms/" + name);
    }

    /** Users, groups and clients of this realm, made and changed. */
    public Directory directory() {
        return new Directory(admin());
    }

    /** The extension's API for a person, with a token that may also make changes. */
    public FeatureAccessApi as(String username) {
        return api(token(username, MANAGE));
    }

    /** The extension's API for whoever holds this token. */
    public FeatureAccessApi api(String token) {
        return new FeatureAccessApi(new JsonApi(url() + "/feature-access", () -> token));
    }

    /** A new UMA request for the resource server; the caller adds who asks. */
    public Uma uma() {
        return umaOf(RESOURCE_SERVER);
    }

    /** A new UMA request for any resource server of the realm. */
    public Uma umaOf(String resourceServer) {
        return new Uma(tokenEndpoint()).audience(resourceServer);
    }

    /** A new UMA request for another resource server. */
    public Uma umaFor(String audience) {
        return new Uma(tokenEndpoint()).audience(audience);
    }

    /** A new UMA request that names no resource server: its permission ticket does. */
    public Uma umaByTicket(String ticket) {
        return new Uma(tokenEndpoint()).field("ticket", ticket);
    }

    /** A new UMA request in a person's name for the resource server. */
    public Uma uma(String username) {
        return uma().bearer(token(username));
    }

    /** A person's access token, issued to {@link #PUBLIC_CLIENT}, with the optional scopes asked for. */
    public String token(String username, String... scopes) {
        return tokenFrom(PUBLIC_CLIENT, username, scopes);
    }

    /** A person's access token, issued to a public client; the password is the user's name. */
    public String tokenFrom(String clientId, String username, String... scopes) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", clientId);
        fields.put("username", username);
        fields.put("password", username);
        if (scopes.length > 0) {
            fields.put("scope", String.join(" ", scopes));
        }
        return accessToken(server.passwordGrant(name, fields));
    }

    /** The access token of a confidential client's service account. */
    public String clientToken(String clientId, String secret) {
        Map<String, String> fields = Map.of("client_id", clientId, "client_secret", secret);
        return accessToken(server.token(name, "client_credentials", fields));
    }

    /** The access token of the resource server's own service account. */
    public String resourceServerToken() {
        return clientToken(RESOURCE_SERVER, RESOURCE_SERVER_SECRET);
    }

    URI tokenEndpoint() {
        return server.tokenEndpoint(name);
    }

    @Override
    public void close() {
        server.admin().delete("realms/" + name).expect(204);
    }

    private static String accessToken(Answer answer) {
        return answer.expect(200).json().path("access_token").asText();
    }
}
