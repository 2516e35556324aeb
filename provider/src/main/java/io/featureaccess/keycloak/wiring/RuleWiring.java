package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.Admins;
import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.people.GainedAccess;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.application.port.RuleMappers;
import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.application.rules.ApplyRules;
import io.featureaccess.application.rules.ConsultRules;
import io.featureaccess.application.rules.Gifts;
import io.featureaccess.application.rules.MakeGroups;
import io.featureaccess.application.rules.ManageRules;
import io.featureaccess.application.rules.PreviewRules;
import io.featureaccess.application.rules.RecordRuleChanges;
import io.featureaccess.application.rules.RoleChanges;
import io.featureaccess.application.rules.RuleForesight;
import io.featureaccess.application.rules.RuleGate;
import io.featureaccess.application.rules.RuleReach;
import io.featureaccess.application.rules.RuleRecord;
import io.featureaccess.application.rules.RuleTargets;
import io.featureaccess.keycloak.install.InstallWatch;
import io.featureaccess.keycloak.install.Installation;
import io.featureaccess.keycloak.spi.RuleApi;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Rules over attributes: which use case gets which adapters. */
final class RuleWiring {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InstallWatch watch;
    private final InRealms realms;
    private final RuleTexts texts;
    private final Clock clock;

    RuleWiring(KeycloakSession session, InstallWatch watch, RuleTexts texts, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.watch = watch;
        this.realms = new InRealms(session.getKeycloakSessionFactory(), watch);
        this.texts = texts;
        this.clock = clock;
    }

    RuleApi rules(Adapters adapters) {
        Directory directory = adapters.directory();
        AuditTrail trail = trail(adapters);
        RuleMappers mappers = new RealmRuleMappers(session);
        RuleGate gate = new RuleGate(new Admins(directory), mappers);
        RuleTargets targets = new RuleTargets(directory, making());
        RuleReach reach =
                new RuleReach(directory, adapters.groups(), new GainedAccess(adapters.ownerships(), trail, clock));
        RuleForesight foresight = new RuleForesight(targets, directory, new RealmPowers(session, realm));
        RoleChanges roles = new RoleChanges(directory, adapters.groups(), adapters.roleShifts(), clock);
        return new RuleUseCases(
                new ConsultRules(texts, targets),
                new LateRules(session, realms.transactions(realm.getId(), this::applying), recording()),
                new ManageRules(gate, mappers, texts, reach, trail),
                new PreviewRules(gate, texts, adapters.ruleHoldings(), foresight, roles),
                new KeycloakRuleChanges(session, new RecordRuleChanges(trail)));
    }

    private ApplyRules applying(InRealms.InRealm there) {
        RuleHoldings holdings = there.adapters().ruleHoldings();
        Gifts gifts = new Gifts(
                holdings,
                new RealmMemberships(there.session(), there.realm()),
                new RealmAccountTypes(
                        there.session(),
                        there.realm(),
                        new Installation(there.session(), there.realm(), watch),
                        holdings),
                new RealmPowers(there.session(), there.realm()));
        RuleTargets targets = new RuleTargets(there.adapters().directory(), making());
        return new ApplyRules(targets, gifts, record(there.adapters()));
    }

    private Transactions<MakeGroups> making() {
        return realms.transactions(
                realm.getId(),
                there -> new MakeGroups(
                        there.adapters().directory(),
                        new RealmGroups(
                                there.session(), there.realm(), there.adapters().ruleHoldings()),
                        new RealmPowers(there.session(), there.realm()),
                        trail(there.adapters())));
    }

    private Transactions<RuleRecord> recording() {
        return realms.transactions(realm.getId(), there -> record(there.adapters()));
    }

    private RuleRecord record(Adapters adapters) {
        return new RuleRecord(adapters.directory(), trail(adapters));
    }

    private AuditTrail trail(Adapters adapters) {
        return new AuditTrail(adapters.auditLog(), adapters.notices(), clock);
    }
}
