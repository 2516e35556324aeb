package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.RuleHoldings;
import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.application.rules.ApplyRules;
import io.featureaccess.application.rules.Gifts;
import io.featureaccess.application.rules.MakeGroups;
import io.featureaccess.application.rules.RuleRecord;
import io.featureaccess.application.rules.RuleTargets;
import io.featureaccess.keycloak.install.InstallWatch;
import io.featureaccess.keycloak.spi.InstallationApi;
import io.featureaccess.keycloak.spi.RuleApi;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Rules over attributes: which use case gets which adapters. */
final class RuleWiring {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InRealms realms;
    private final RuleTexts texts;
    private final Clock clock;

    RuleWiring(KeycloakSession session, InstallWatch watch, RuleTexts texts, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.realms = new InRealms(session.getKeycloakSessionFactory(), watch);
        this.texts = texts;
        this.clock = clock;
    }

    RuleApi rules(Adapters adapters, InstallationApi installation) {
        RuleHoldings holdings = adapters.ruleHoldings();
        RuleTargets targets = new RuleTargets(adapters.directory(), making());
        Gifts gifts = new Gifts(
                holdings,
                new RealmMemberships(session, realm),
                new RealmAccountTypes(session, realm, installation, holdings),
                new RealmPowers(session, realm));
        return new RuleUseCases(texts, new ApplyRules(texts, targets, gifts, record(adapters)), recording());
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
