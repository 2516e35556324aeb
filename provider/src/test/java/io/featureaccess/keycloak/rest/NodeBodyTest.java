package io.featureaccess.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.domain.node.NewNode;
import io.featureaccess.domain.node.NodeChange;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeBodyTest {

    /** In the JSON, a single quote stands for a double one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "workspace   | {}                                                          | missing-field   | name",
                "workspace   | {'name':null,'kind':'dev'}                                  | missing-field   | name",
                "workspace   | {'name':'fraud'}                                            | missing-field   | kind",
                "workspace   | {'name':'fraud','kind':'prod'}                              | malformed-value | kind",
                "workspace   | {'name':'fraud','kind':1}                                   | malformed-value | kind",
                "workspace   | {'name':'fraud','kind':'dev','secret':true}                 | unknown-field   | secret",
                "workspace   | {'name':'fraud','kind':'dev','Locked':true}                 | unknown-field   | Locked",
                "workspace   | {'name':'fraud','kind':'dev','locked':'true'}               | malformed-value | locked",
                "workspace   | {'name':'fraud','kind':'dev','locked':0}                    | malformed-value | locked",
                "workspace   | {'name':'fraud','kind':'dev','settings':true}               | malformed-value | settings",
                "workspace   | {'name':'fraud','kind':'dev','settings':{'x':1}}            | unknown-field   | settings.x",
                "workspace   | {'name':'fraud','kind':'dev','settings':{'viewersReadOffline':1}} | malformed-value"
                        + " | settings.viewersReadOffline",
                "workspace   | []                                                          | malformed-value | body",
                "workspace   | 'fraud'                                                     | malformed-value | body",
                "workspace   | null                                                        | malformed-value | body",
                "project     | {'name':'Payments'}                                         | malformed-value | name",
                "project     | {'name':''}                                                 | malformed-value | name",
                "project     | {'name':'a/b'}                                              | malformed-value | name",
                "project     | {'name':'.hidden'}                                          | malformed-value | name",
                "project     | {'name':'a b'}                                              | malformed-value | name",
                "project     | {'name':'ä'}                                                | malformed-value | name",
                "project     | {'name':7}                                                  | malformed-value | name",
                "project     | {'name':['payments']}                                       | malformed-value | name",
                "project     | {'name':'payments','kind':'dev'}                            | unknown-field   | kind",
                "project     | {'name':'payments','sensitiveFeatures':[]}                  | unknown-field"
                        + "   | sensitiveFeatures",
                "project     | {'name':'payments','displayName':''}                        | malformed-value | displayName",
                "project     | {'name':'payments','displayName':' '}                       | malformed-value | displayName",
                "project     | {'name':'payments','displayName':'a\\nb'}                   | malformed-value | displayName",
                "project     | {'name':'payments','displayName':'a\\u0000b'}               | malformed-value | displayName",
                "project     | {'name':'payments','description':'a\\ud800b'}               | malformed-value | description",
                "project     | {'name':'payments','description':'\\u0007'}                 | malformed-value | description",
                "project     | {'name':'payments','description':{}}                        | malformed-value | description",
                "feature-set | {'name':'cards','locked':true}                              | unknown-field   | locked",
                "feature-set | {'name':'cards','sensitiveFeatures':'pan'}                  | malformed-value"
                        + " | sensitiveFeatures",
                "feature-set | {'name':'cards','sensitiveFeatures':['pan',3]}              | malformed-value"
                        + " | sensitiveFeatures[1]",
                "feature-set | {'name':'cards','sensitiveFeatures':['pan',null]}           | malformed-value"
                        + " | sensitiveFeatures[1]",
                "feature-set | {'name':'cards','sensitiveFeatures':['pan','pan']}          | malformed-value"
                        + " | sensitiveFeatures[1]",
                "feature-set | {'name':'cards','sensitiveFeatures':['']}                   | malformed-value"
                        + " | sensitiveFeatures[0]",
            })
    void new_node_that_cannot_be_is_refused_at_its_field(String kind, String json, String code, String field) {
        DomainProblem problem = catchThrowableOfType(DomainProblem.class, () -> born(kind, json));

        assertThat(problem).as(json).isNotNull();
        assertThat(problem.code().id()).isEqualTo(code);
        assertThat(problem.field()).contains(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "workspace   | {'name':'other'}                     | immutable-field | name",
                "workspace   | {'kind':'live'}                      | immutable-field | kind",
                "workspace   | {'kind':null}                        | immutable-field | kind",
                "workspace   | {'workspaceKind':'live'}             | immutable-field | workspaceKind",
                "project     | {'path':'other'}                     | immutable-field | path",
                "project     | {'id':'x'}                           | immutable-field | id",
                "project     | {'myRoles':['owner']}                | unknown-field   | myRoles",
                "project     | {'createdBy':'user:bob'}             | unknown-field   | createdBy",
                "workspace   | {'secret':true}                      | unknown-field   | secret",
                "feature-set | {'settings':{}}                      | unknown-field   | settings",
                "feature-set | {'secret':'yes'}                     | malformed-value | secret",
            })
    void change_that_cannot_be_is_refused_at_its_field(String kind, String json, String code, String field) {
        DomainProblem problem = catchThrowableOfType(DomainProblem.class, () -> changed(kind, json));

        assertThat(problem).as(json).isNotNull();
        assertThat(problem.code().id()).isEqualTo(code);
        assertThat(problem.field()).contains(field);
    }

    @Test
    void what_is_left_out_is_as_usual() {
        assertThat(born("workspace", "{'name':'fraud','kind':'dev'}").traits().locked())
                .isTrue();
        assertThat(born("project", "{'name':'fraud','secret':null}").traits())
                .isEqualTo(new NodeTraits.Project(false, false));
        assertThat(born("feature-set", "{'name':'fraud'}").traits())
                .isEqualTo(new NodeTraits.FeatureSet(false, List.of()));
    }

    @Test
    void lengths_are_taken_to_their_limit_and_no_further() {
        born("project", "{'name':'p','displayName':'%s'}".formatted("x".repeat(255)));
        born("project", "{'name':'p','description':'%s'}".formatted("x".repeat(2000)));
        born("project", "{'name':'%s'}".formatted("p".repeat(63)));
        born("feature-set", "{'name':'f','sensitiveFeatures':[%s]}".formatted(features(1000)));

        refused(ProblemCode.MALFORMED_VALUE, "project", "{'name':'p','displayName':'%s'}".formatted("x".repeat(256)));
        refused(ProblemCode.MALFORMED_VALUE, "project", "{'name':'p','description':'%s'}".formatted("x".repeat(2001)));
        refused(ProblemCode.MALFORMED_VALUE, "project", "{'name':'%s'}".formatted("p".repeat(64)));
        refused(ProblemCode.TOO_MANY, "feature-set", "{'name':'f','sensitiveFeatures':[%s]}".formatted(features(1001)));
        refused(
                ProblemCode.MALFORMED_VALUE,
                "feature-set",
                "{'name':'f','sensitiveFeatures':['%s']}".formatted("x".repeat(256)));
    }

    @Test
    void null_takes_a_text_away_and_absence_leaves_it() {
        NodeChange taken = changed("project", "{'displayName':null,'description':null}");
        NodeChange left = changed("project", "{}");

        assertThat(taken.displayName()).contains("payments");
        assertThat(taken.description()).contains("");
        assertThat(left).isEqualTo(NodeChange.NONE);
    }

    private static void refused(ProblemCode code, String kind, String json) {
        DomainProblem problem = catchThrowableOfType(DomainProblem.class, () -> born(kind, json));
        assertThat(problem).isNotNull();
        assertThat(problem.code()).isEqualTo(code);
    }

    private static NewNode born(String kind, String json) {
        NodeBody.Birth birth = body(kind, json).birth();
        NodePath path =
                switch (NodeKind.parse(kind)) {
                    case WORKSPACE -> NodePath.parse(birth.name());
                    case PROJECT -> NodePath.parse("w/" + birth.name());
                    case FEATURE_SET -> NodePath.parse("w/p/" + birth.name());
                };
        return NewNode.of(path, birth.traits(), birth.displayName(), birth.description());
    }

    private static NodeChange changed(String kind, String json) {
        return body(kind, json).change(NodePath.parse("fraud/payments"));
    }

    private static NodeBody body(String kind, String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new NodeBody(NodeKind.parse(kind), JsonFields.of(Json.read(bytes), "body", ""));
    }

    private static String features(int count) {
        return IntStream.range(0, count).mapToObj(i -> "'f" + i + "'").collect(Collectors.joining(","));
    }
}
