package io.featureaccess.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.node.NodeChange;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.principal.Capability;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.request.Ending;
import io.featureaccess.domain.request.RequestOrder;
import io.featureaccess.domain.request.RequestOrigin;
import io.featureaccess.domain.request.RequestState;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import io.featureaccess.keycloak.rest.RouteTable.Route;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description says what there is: a route, field, code or word that comes or goes must come or go in it too. */
class DescriptionTest {

    private static JsonNode description() throws IOException {
        return new ObjectMapper().readTree(Description.text());
    }

    @Test
    void description_is_valid_openapi_and_refers_to_nothing_that_is_not_there() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(Description.text(), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void routes_are_those_that_are_described() {
        List<String> described = new ArrayList<>();
        new OpenAPIV3Parser()
                .readContents(Description.text())
                .getOpenAPI()
                .getPaths()
                .forEach((path, item) -> {
                    for (HttpMethod method : item.readOperationsMap().keySet()) {
                        described.add(path.substring(1) + " " + method);
                    }
                });

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(RouteTable.of(RootResource.class).all().stream()
                        .map(Route::toString)
                        .toList());
    }

    @Test
    void operations_have_names_of_their_own() throws IOException {
        assertThat(description().findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                new Arguments("Node", NodeJson.class),
                new Arguments("Me", MeJson.class),
                new Arguments("Grant", GrantJson.class),
                new Arguments("Access", AccessJson.class),
                new Arguments("Why", AccessJson.WhyJson.class),
                new Arguments("Principal", PrincipalsResource.PrincipalJson.class),
                new Arguments("Decision", DecisionJson.class),
                new Arguments("Ask", AskJson.class),
                new Arguments("Request", RequestJson.class),
                new Arguments("AuditRow", AuditRowJson.class),
                new Arguments("Group", GroupJson.class),
                new Arguments("Member", MemberJson.class),
                new Arguments("Membership", MembershipJson.class),
                new Arguments("RuleSource", MembershipJson.RuleSourceJson.class),
                new Arguments("JoinedGroup", MeJson.JoinedJson.class),
                new Arguments("Invited", InvitedJson.class),
                new Arguments("MapperRules", RulesJson.class),
                new Arguments("RulePreview", PreviewJson.class),
                new Arguments("RoleShift", PreviewJson.RoleShiftJson.class),
                new Arguments("ServiceAccount", ServiceAccountJson.class),
                new Arguments("ApiKey", ApiKeyJson.class),
                new Arguments("Problem", ProblemJson.class),
                new Arguments("WorkspaceSettings", NodeJson.SettingsJson.class));
    }

    record Arguments(String schema, Class<?> record) {}

    @ParameterizedTest
    @MethodSource("answers")
    void answers_have_the_fields_that_are_described(Arguments pair) throws IOException {
        List<String> fields = Arrays.stream(pair.record().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(properties(pair.schema())).containsExactlyElementsOf(fields);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bodies_have_the_fields_that_are_described(NodeKind kind) throws IOException {
        String name = Arrays.stream(kind.id().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .reduce("", String::concat);

        assertThat(properties(name + "Change")).containsExactlyElementsOf(NodeChange.fieldsOf(kind));
        assertThat(properties("New" + name))
                .containsAll(NodeChange.fieldsOf(kind))
                .contains("name");
    }

    static NodeKind[] kinds() {
        return NodeKind.values();
    }

    @Test
    void words_are_those_of_the_code() throws IOException {
        JsonNode schemas = description().path("components").path("schemas");

        assertThat(texts(schemas.path("Role").path("enum"))).isEqualTo(Role.ids());
        assertThat(texts(schemas.path("Action").path("enum"))).isEqualTo(Action.ids());
        assertThat(texts(schemas.path("NodeKind").path("enum"))).isEqualTo(NodeKind.ids());
        assertThat(texts(schemas.path("RequestState").path("enum"))).isEqualTo(RequestState.ids());
        assertThat(texts(description().at("/components/parameters/requestOrder/schema/enum")))
                .isEqualTo(RequestOrder.ids());
        assertThat(texts(schemas.at("/Request/properties/origin/enum"))).isEqualTo(RequestOrigin.ids());
        assertThat(texts(schemas.at("/Request/properties/endCause/enum"))).isEqualTo(Ending.Cause.ids());
        assertThat(texts(schemas.at("/AuditRow/properties/change/enum"))).isEqualTo(AuditChange.ids());
        assertThat(texts(schemas.at("/Me/properties/capabilities/items/enum")))
                .isEqualTo(
                        Arrays.stream(Capability.values()).map(Capability::id).toList());
    }

    @Test
    void every_code_of_a_problem_stands_with_its_status() throws IOException {
        JsonNode responses = description().path("components").path("responses");

        for (ProblemCode code : ProblemCode.values()) {
            assertThat(text(responses, ProblemStatus.of(code))).contains("`" + code.id() + "`");
        }
        for (HttpProblemCode code : HttpProblemCode.values()) {
            boolean ofRoutes = code == HttpProblemCode.NO_SUCH_ROUTE || code == HttpProblemCode.METHOD_NOT_ALLOWED;
            if (!ofRoutes) {
                assertThat(text(responses, ProblemStatus.of(code))).contains("`" + code.id() + "`");
            }
        }
    }

    private static String text(JsonNode responses, int status) {
        String name = status == 500 ? "Fault" : "Problem" + status;
        return responses.path(name).path("description").asText();
    }

    private static List<String> properties(String schema) throws IOException {
        List<String> names = new ArrayList<>();
        description()
                .path("components")
                .path("schemas")
                .path(schema)
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
