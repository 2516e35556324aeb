package io.featureaccess.it.broker;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.Browser;
import io.featureaccess.it.harness.Http;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.TestRealm;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A company that a realm's people come from: a realm of its own, known to the other as two identity providers, by OpenID
 * Connect and by SAML. It sends the attribute {@code teams}.
 */
final class Company implements AutoCloseable {

    /** The claim and attribute that it sends. */
    static final String ATTRIBUTE = "teams";

    private static final String CLIENT = "features";
    private static final String SECRET = "features-secret";
    private static final String PORTAL = "portal";
    private static final String DONE = "http://127.0.0.1:1/done";

    private final TestRealm realm;
    private final TestRealm company;

    /** @param realm whose people come from there */
    Company(TestRealm realm) {
        this.realm = realm;
        this.company = realm.server().newRealm();
        company.admin().put("users/profile", unmanaged(company)).expect(200);
        company.directory().client(oidcClient());
        company.directory().client(samlClient());
        portal();
        linkByAddress();
        identityProvider(oidc());
        identityProvider(saml());
        for (String property : List.of("email", "firstName", "lastName")) {
            importedProperty(property);
        }
    }

    private static JsonNode unmanaged(TestRealm of) {
        JsonNode profile = of.admin().get("users/profile").expect(200).json();
        ((com.fasterxml.jackson.databind.node.ObjectNode) profile).put("unmanagedAttributePolicy", "ENABLED");
        return profile;
    }

    private JsonNode oidcClient() {
        return Json.of("""
                {'clientId':'%s','secret':'%s','redirectUris':['%s/*'],'standardFlowEnabled':true,
                 'protocolMappers':[{'name':'teams','protocol':'openid-connect',
                   'protocolMapper':'oidc-usermodel-attribute-mapper',
                   'config':{'user.attribute':'teams','claim.name':'teams','multivalued':'true','jsonType.label':'String',
                     'id.token.claim':'true','access.token.claim':'false','userinfo.token.claim':'true'}}]}
                """, CLIENT, SECRET, realm.url());
    }

    private JsonNode samlClient() {
        return Json.of("""
                {'clientId':'%1$s','protocol':'saml','redirectUris':['%1$s/*'],
                 'attributes':{'saml.server.signature':'true','saml.assertion.signature':'true',
                   'saml.client.signature':'false','saml.authnstatement':'true','saml_name_id_format':'username',
                   'saml_force_name_id_format':'true','saml.force.post.binding':'true',
                   'saml_assertion_consumer_url_post':'%1$s/broker/%2$s/endpoint'},
                 'protocolMappers':[
                   {'name':'teams','protocol':'saml','protocolMapper':'saml-user-attribute-mapper',
                    'config':{'user.attribute':'teams','attribute.name':'urn:company:teams','friendly.name':'teams',
                      'attribute.nameformat':'Basic'}},
                   {'name':'email','protocol':'saml','protocolMapper':'saml-user-property-mapper',
                    'config':{'user.attribute':'email','attribute.name':'email','attribute.nameformat':'Basic'}},
                   {'name':'firstName','protocol':'saml','protocolMapper':'saml-user-property-mapper',
                    'config':{'user.attribute':'firstName','attribute.name':'firstName','attribute.nameformat':'Basic'}},
                   {'name':'lastName','protocol':'saml','protocolMapper':'saml-user-property-mapper',
                    'config':{'user.attribute':'lastName','attribute.name':'lastName','attribute.nameformat':'Basic'}}]}
                """, realm.url(), Protocol.SAML.alias());
    }

    /** The client by which people log in: a real one, as an application has it. */
    private void portal() {
        String id = realm.directory().client(Json.of("""
                {'clientId':'%s','publicClient':true,'standardFlowEnabled':true,'redirectUris':['%s']}""", PORTAL, DONE));
        realm.directory().audience(id, TestRealm.RESOURCE_SERVER);
    }

    /** Whoever comes for the first time gets an account, or is linked with the one that has the address, without a question. */
    private void linkByAddress() {
        realm.admin().post("authentication/flows", Json.of("""
                        {'alias':'link','providerId':'basic-flow','topLevel':true,'builtIn':false}""")).expect(201);
        for (String provider : List.of("idp-create-user-if-unique", "idp-auto-link")) {
            realm.admin()
                    .post("authentication/flows/link/executions/execution", Map.of("provider", provider))
                    .expect(201);
        }
        for (JsonNode execution :
                realm.admin().get("authentication/flows/link/executions").json()) {
            ((com.fasterxml.jackson.databind.node.ObjectNode) execution).put("requirement", "ALTERNATIVE");
            realm.admin().put("authentication/flows/link/executions", execution).expect(204);
        }
    }

    private JsonNode oidc() {
        return Json.of(
                """
                {'alias':'%1$s','providerId':'oidc','enabled':true,'trustEmail':true,'firstBrokerLoginFlowAlias':'link',
                 'config':{'clientId':'%2$s','clientSecret':'%3$s','clientAuthMethod':'client_secret_post',
                   'authorizationUrl':'%4$s/auth','tokenUrl':'%4$s/token','userInfoUrl':'%4$s/userinfo',
                   'jwksUrl':'%4$s/certs','issuer':'%5$s','validateSignature':'true','useJwksUrl':'true',
                   'defaultScope':'openid profile email','syncMode':'FORCE'}}
                """, Protocol.OIDC.alias(), CLIENT, SECRET, company.url() + "/protocol/openid-connect", company.url());
    }

    private JsonNode saml() {
        return Json.of("""
                {'alias':'%1$s','providerId':'saml','enabled':true,'trustEmail':true,'firstBrokerLoginFlowAlias':'link',
                 'config':{'entityId':'%2$s','idpEntityId':'%3$s','singleSignOnServiceUrl':'%3$s/protocol/saml',
                   'metadataDescriptorUrl':'%3$s/protocol/saml/descriptor','useMetadataDescriptorUrl':'true',
                   'validateSignature':'true','wantAssertionsSigned':'true','postBindingResponse':'true',
                   'postBindingAuthnRequest':'true','principalType':'SUBJECT','syncMode':'FORCE',
                   'nameIDPolicyFormat':'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified'}}
                """, Protocol.SAML.alias(), realm.url(), company.url());
    }

    private void identityProvider(JsonNode representation) {
        realm.admin().post("identity-provider/instances", representation).expect(201);
    }

    private void importedProperty(String property) {
        mapper(
                        Protocol.SAML,
                        property,
                        "saml-user-attribute-idp-mapper",
                        "INHERIT",
                        Map.of("attribute.name", property, "user.attribute", property))
                .expect(201);
    }

    /** Gives an identity provider of the realm a mapper, or tries to. */
    Answer mapper(Protocol protocol, String name, String kind, String syncMode, Map<String, String> config) {
        Map<String, String> all = new java.util.HashMap<>(config);
        all.put("syncMode", syncMode);
        return realm.admin()
                .post(
                        mappers(protocol),
                        Map.of(
                                "name",
                                name,
                                "identityProviderAlias",
                                protocol.alias(),
                                "identityProviderMapper",
                                kind,
                                "config",
                                all));
    }

    /** Gives an identity provider a mapper of ours, and answers its id. */
    String rules(Protocol protocol, String name, String rules) {
        Answer made = mapper(protocol, name, protocol.mapper(), "INHERIT", Map.of("rules", rules.replace('\'', '"')));
        String location = made.expect(201).header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Writes other rules into a mapper of ours, or tries to. */
    Answer change(Protocol protocol, String id, String rules) {
        JsonNode mapper =
                realm.admin().get(mappers(protocol) + "/" + id).expect(200).json();
        ((com.fasterxml.jackson.databind.node.ObjectNode) mapper.path("config")).put("rules", rules.replace('\'', '"'));
        return realm.admin().put(mappers(protocol) + "/" + id, mapper);
    }

    void removeMapper(Protocol protocol, String id) {
        realm.admin().delete(mappers(protocol) + "/" + id).expect(204);
    }

    /** All mappers but those without which nobody comes in. */
    void removeMappers() {
        for (Protocol protocol : Protocol.values()) {
            for (JsonNode mapper :
                    realm.admin().get(mappers(protocol)).expect(200).json()) {
                if (!mapper.path("identityProviderMapper").asText().equals("saml-user-attribute-idp-mapper")) {
                    removeMapper(protocol, mapper.path("id").asText());
                }
            }
        }
    }

    private static String mappers(Protocol protocol) {
        return "identity-provider/instances/" + protocol.alias() + "/mappers";
    }

    /** Makes a group of the company's own, which is none of the store's. */
    void group(String path) {
        company.directory().group(path);
    }

    /** Makes one of the company's people, in these teams. */
    void person(String name, String... teams) {
        company.directory().user(name);
        teams(name, teams);
    }

    /** Sets the teams of one of its people; none removes the attribute. */
    void teams(String name, String... teams) {
        JsonNode user = company.admin()
                .get("users/" + company.directory().userId(name))
                .expect(200)
                .json();
        ((com.fasterxml.jackson.databind.node.ObjectNode) user)
                .set("attributes", Json.parse(teams.length == 0 ? "{}" : "{\"teams\":[]}"));
        for (String team : teams) {
            ((com.fasterxml.jackson.databind.node.ArrayNode)
                            user.path("attributes").path("teams"))
                    .add(team);
        }
        company.admin().put("users/" + user.path("id").asText(), user).expect(204);
    }

    /** Logs one of its people in to the realm, and answers their access token. */
    String login(Protocol protocol, String name) {
        String query = "?client_id=" + PORTAL + "&response_type=code&scope=openid&redirect_uri=" + Http.encode(DONE)
                + "&kc_idp_hint=" + protocol.alias();
        URI end = new Browser(name).walk(URI.create(realm.url() + "/protocol/openid-connect/auth" + query), DONE);
        String code = end.getQuery().replaceAll(".*\\bcode=([^&]+).*", "$1");
        Answer token = realm.server()
                .token(
                        realm.name(),
                        "authorization_code",
                        Map.of("client_id", PORTAL, "code", code, "redirect_uri", DONE));
        return token.expect(200).json().path("access_token").asText();
    }

    /** The paths of the groups that somebody is in now, in the realm, in their order. */
    List<String> groups(String name) {
        List<String> paths = new ArrayList<>();
        realm.admin()
                .get("users/" + realm.directory().userId(name) + "/groups?max=2000")
                .expect(200)
                .json()
                .forEach(group -> paths.add(group.path("path").asText()));
        return paths.stream().sorted().toList();
    }

    @Override
    public void close() {
        company.close();
    }
}
