package io.featureaccess.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.transfer.TransferLine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines of a file mean, and what is wrong with those that mean nothing. */
class TransferLinesTest {

    private static final String HEADER = "{'type':'header','format':'feature-access','version':1}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'header','format':'feature-access','version':1,'realm':'acme','realmId':'r1',"
                        + "'exportedAt':'2027-01-31T12:00:00Z','secretNodes':'left-out'}",
                "{'type':'node','path':'a','kind':'workspace','id':'00000000-0000-4000-8000-000000000001',"
                        + "'displayName':'A','description':'é\\\\n','workspaceKind':'live','locked':false,"
                        + "'settings':{'viewersReadOffline':true},'createdBy':'user:alice','createdById':'i1',"
                        + "'createdAt':'2027-01-31T12:00:00.123Z'}",
                "{'type':'node','path':'a/b','kind':'project','displayName':'b','description':'','secret':true,'locked':true}",
                "{'type':'node','path':'a/b/c','kind':'feature-set','displayName':'c','description':'','secret':false,"
                        + "'sensitiveFeatures':['x','y']}",
                "{'type':'grant','node':'a/b/c','principal':'group:/teams/x','principalId':'g1','role':'owner',"
                        + "'id':'00000000-0000-4000-8000-000000000002','origin':'rule','expiresAt':'2027-01-31T12:00:00Z',"
                        + "'reason':'because','grantedBy':'service-account:ci','grantedById':'i2',"
                        + "'grantedAt':'2027-01-01T00:00:00Z'}",
                "{'type':'grant','node':'*','principalId':'g1','role':'viewer','origin':'direct'}",
                "{'type':'end','nodes':14,'grants':10}"
            })
    void whatIsWrittenIsReadAndWrittenAgainJustSo(String text) {
        String line = text.replace('\'', '"');
        assertThat(TransferLineJson.of(read(line).get(0))).isEqualTo(line);
    }

    @Test
    void whatIsLeftOutHasItsUsualValue() {
        TransferLine line = read("{'type':'node','path':'a','workspaceKind':'dev'}".replace('\'', '"'))
                .get(0);
        assertThat(TransferLineJson.of(line).replace('"', '\''))
                .isEqualTo("{'type':'node','path':'a','kind':'workspace','displayName':'a','description':'',"
                        + "'workspaceKind':'dev','locked':true,'settings':{'viewersReadOffline':false}}");
    }

    @Test
    void timesAreReadInWholeMicroseconds() {
        String grant =
                "{'type':'grant','node':'*','principalId':'g','role':'viewer','grantedAt':'2027-01-01T00:00:00.123456789Z'}";
        assertThat(TransferLineJson.of(read(grant.replace('\'', '"')).get(0)))
                .contains("\"2027-01-01T00:00:00.123456Z\"");
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'node','path':'a','workspaceKind':'dev','owner':'x'}           | unknown-field   | owner
            {'type':'node','path':'a','workspaceKind':'dev','secret':true}         | unknown-field   | secret
            {'type':'node','path':'a/b','workspaceKind':'dev'}                     | unknown-field   | workspaceKind
            {'type':'node','path':'a/b','sensitiveFeatures':[]}                    | unknown-field   | sensitiveFeatures
            {'type':'node','path':'a'}                                             | missing-field   | workspaceKind
            {'type':'node','path':'a','workspaceKind':'prod'}                      | malformed-value | kind
            {'type':'node','path':'A','workspaceKind':'dev'}                       | malformed-value | node
            {'type':'node','path':'a/b/c/d'}                                       | malformed-value | node
            {'type':'node','path':'a/b','kind':'workspace'}                        | malformed-value | kind
            {'type':'node','path':'a/b','id':'1'}                                  | malformed-value | id
            {'type':'node','path':'a/b','id':'00000000-0000-4000-8000-00000000000A'} | malformed-value | id
            {'type':'node','path':'a/b','secret':'yes'}                            | malformed-value | secret
            {'type':'node','path':'a/b','createdAt':'yesterday'}                   | malformed-value | createdAt
            {'type':'node','path':'a/b','createdBy':'alice'}                       | malformed-value | principal
            {'type':'node','path':'a/b','createdBy':'email:a@b.example'}           | malformed-value | createdBy
            {'type':'node'}                                                        | missing-field   | path
            {'type':'grant','principal':'user:a','role':'viewer'}                  | missing-field   | node
            {'type':'grant','node':'a','role':'viewer'}                            | missing-field   | principal
            {'type':'grant','node':'a','principal':'user:a'}                       | missing-field   | role
            {'type':'grant','node':'a','principal':'user:a','role':'god'}          | unknown-role    | role
            {'type':'grant','node':'a','principal':'user:a','role':'viewer','origin':'x'} | malformed-value | origin
            {'type':'grant','node':'a','principal':'id:x','role':'viewer'}         | malformed-value | principal
            {'type':'end','nodes':-1,'grants':0}                                   | malformed-value | nodes
            {'type':'end','nodes':1.5,'grants':0}                                  | malformed-value | nodes
            {'type':'end','nodes':1}                                               | missing-field   | grants
            {'type':'header','format':'other','version':1}                         | malformed-value | format
            {'type':'header','format':'feature-access','version':2}                | malformed-value | version
            {'type':'secret'}                                                      | malformed-value | type
            {'path':'a'}                                                           | missing-field   | type
            {'type':'end','type':'end'}                                            | malformed-value | line
            []                                                                     | malformed-value | line
            null                                                                   | malformed-value | line
            {                                                                      | malformed-value | line
            {} {}                                                                  | malformed-value | line
            """)
    void aLineThatMeansNothingIsRefusedByItsNumber(String text, String code, String field) {
        assertThatThrownBy(() -> read(HEADER.replace('\'', '"') + "\n" + text.replace('\'', '"')))
                .isInstanceOfSatisfying(DomainProblem.class, problem -> {
                    assertThat(problem.code().id()).isEqualTo(code);
                    assertThat(problem.field()).contains(field);
                    assertThat(problem.line()).hasValue(2);
                    assertThat(problem.detail()).startsWith("line 2: ");
                });
    }

    @Test
    void aBlankLineIsRefused() {
        assertThatThrownBy(() -> read("\n")).hasMessageStartingWith("line 1: ");
    }

    @Test
    void aLineLongerThanAnyNodeIsRefusedBeforeItIsReadWhole() {
        String endless = "{\"type\":\"" + "x".repeat(TransferLines.LONGEST_LINE);
        assertThatThrownBy(() -> read(endless)).hasMessageContaining("at most " + TransferLines.LONGEST_LINE);
    }

    private static List<TransferLine> read(String file) {
        TransferLines lines = new TransferLines(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        List<TransferLine> read = new ArrayList<>();
        lines.forEachRemaining(line -> read.add(line.line()));
        return read;
    }
}
