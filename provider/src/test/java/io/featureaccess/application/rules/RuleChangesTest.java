package io.featureaccess.application.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.featureaccess.application.fake.FakeGroups;
import io.featureaccess.application.fake.FakeOwnerships;
import io.featureaccess.application.fake.FakeRealm;
import io.featureaccess.application.people.GainedAccess;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.rule.MapperKind;
import io.featureaccess.domain.rule.MapperRules;
import io.featureaccess.domain.rule.RuleMapper;
import io.featureaccess.domain.rule.RuleSet;
import io.featureaccess.matching.JsonRules;
import io.featureaccess.matching.Re2Patterns;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What changing rules is subject to, and what of it is on record. */
class RuleChangesTest {

    private static final String NOBODY = "[]";

    private final FakeRealm realm = new FakeRealm();

    private static String to(String group) {
        return "[{'conditions':[{'attribute':'g','match':'glob','value':'*'}],'groups':['" + group + "']}]";
    }

    private static RuleSet read(String rules) {
        return new JsonRules(new Re2Patterns()).read(rules.replace('\'', '"'));
    }

    private static MapperRules mapper(String rules, boolean everyLogin) {
        return new MapperRules(new RuleMapper("m", "teams", "corporate"), MapperKind.OIDC, everyLogin, rules);
    }

    @Nested
    class Reach {

        private final FakeOwnerships ownerships = new FakeOwnerships();
        private final RuleReach reach = new RuleReach(
                realm.directory(), new FakeGroups(realm), new GainedAccess(ownerships, realm.trail(), realm.clock()));

        @BeforeEach
        void groupsOfWhichOneOwnsASecret() {
            realm.admin("ada");
            for (String group : new String[] {"/teams/fraud", "/teams/vault/night", "/others"}) {
                realm.group(group);
            }
            realm.node("fraud");
            ownerships.owns(realm.group("/teams/vault"), realm.secret("fraud/vault"));
        }

        private void judge(Caller caller, String wanted, String before) {
            reach.judge(caller, mapper(wanted, true), read(wanted), read(before));
        }

        private void needsTheGlass(String wanted, String before) {
            DomainProblem problem =
                    catchThrowableOfType(DomainProblem.class, () -> judge(realm.caller("ada"), wanted, before));
            assertThat(problem).isNotNull();
            assertThat(problem.code()).isEqualTo(ProblemCode.BREAK_GLASS_REQUIRED);
        }

        @Test
        void whatMakesNobodyOwnerIsFree() {
            judge(realm.caller("ada"), to("/teams/fraud"), NOBODY);
            judge(realm.caller("ada"), to("/nowhere"), NOBODY);
            judge(realm.caller("ada"), to("/others/$1"), NOBODY);
            judge(realm.caller("ada"), NOBODY, to("/teams/vault"));
        }

        @Test
        void aTargetReachesWhatLiesAboveAndOneWithACaptureWhatLiesBelow() {
            needsTheGlass(to("/teams/vault"), NOBODY);
            needsTheGlass(to("/teams/vault/night"), NOBODY);
            needsTheGlass(to("/teams/$1"), NOBODY);
            needsTheGlass(to("/teams/vault/$1"), to("/teams/fraud"));
        }

        @Test
        void whatWasReachedBeforeIsNotAskedAgain() {
            judge(realm.caller("ada"), to("/teams/$1"), to("/teams/$1"));
            judge(realm.caller("ada"), to("/teams/vault"), to("/teams/$1"));
            judge(realm.caller("ada"), to("/teams/fraud"), to("/teams/vault/night"));
        }

        @Test
        void aBrokenGlassIsOnRecordAtWhatItOpens() {
            judge(realm.breakingGlass("ada", "they moved to us"), to("/teams/$1"), NOBODY);

            assertThat(realm.auditLog().rows(AuditChange.BREAK_GLASS))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.reason()).contains("they moved to us");
                        assertThat(row.node().orElseThrow().path()).hasToString("fraud/vault");
                        assertThat(row.after().orElseThrow()).contains("rules 'teams' of corporate");
                    });
        }
    }

    @Nested
    class InKeycloak {

        private final RecordRuleChanges record = new RecordRuleChanges(realm.trail());

        private AuditRow changed(Optional<MapperRules> before, Optional<MapperRules> after) {
            record.changed(realm.caller("root"), before, after);
            return realm.auditLog().rows(AuditChange.RULES_CHANGED).get(0);
        }

        @Test
        void newRulesHaveNothingBefore() {
            AuditRow row = changed(Optional.empty(), Optional.of(mapper(NOBODY, true)));

            assertThat(row.actor()).isEqualTo("root");
            assertThat(row.before()).isEmpty();
            assertThat(row.after())
                    .contains("{\"identityProvider\":\"corporate\",\"mapper\":\"teams\",\"mapperId\":\"m\","
                            + "\"everyLogin\":true,\"rules\":\"[]\"}");
        }

        @Test
        void removedRulesHaveNothingAfter() {
            AuditRow row = changed(Optional.of(mapper(NOBODY, true)), Optional.empty());

            assertThat(row.before()).isPresent();
            assertThat(row.after()).isEmpty();
        }

        @Test
        void whenTheyAreAskedIsAChangeToo() {
            AuditRow row = changed(Optional.of(mapper(NOBODY, true)), Optional.of(mapper(NOBODY, false)));

            assertThat(row.before().orElseThrow()).contains("\"everyLogin\":true");
            assertThat(row.after().orElseThrow()).contains("\"everyLogin\":false");
        }

        @Test
        void rulesThatAreTooLongForARowAreThereByTheirLength() {
            AuditRow row = changed(Optional.empty(), Optional.of(mapper(" ".repeat(100_001), true)));

            assertThat(row.after().orElseThrow()).contains("\"length\":100001").doesNotContain("\"rules\"");
        }

        @Test
        void nothingChangedIsNothingOnRecord() {
            record.changed(realm.caller("root"), Optional.of(mapper(NOBODY, true)), Optional.of(mapper(NOBODY, true)));

            assertThat(realm.auditLog().rows(AuditChange.RULES_CHANGED)).isEmpty();
        }
    }
}
