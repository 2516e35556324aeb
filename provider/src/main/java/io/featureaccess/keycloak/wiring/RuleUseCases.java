package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.application.port.Transactions;
import io.featureaccess.application.rules.ApplyRules;
import io.featureaccess.application.rules.RuleRecord;
import io.featureaccess.domain.rule.Applied;
import io.featureaccess.domain.rule.AttributeSource;
import io.featureaccess.domain.rule.RuleLogin;
import io.featureaccess.keycloak.spi.RuleApi;
import org.jboss.logging.Logger;

/** {@link RuleApi} by the use cases. */
record RuleUseCases(RuleTexts texts, ApplyRules application, Transactions<RuleRecord> recording) implements RuleApi {

    private static final Logger LOG = Logger.getLogger(RuleUseCases.class);

    @Override
    public void check(String rules) {
        texts.read(rules);
    }

    @Override
    public Applied apply(RuleLogin login, String rules, AttributeSource attributes) {
        try {
            return application.apply(login, rules, attributes);
        } catch (RuntimeException fault) {
            LOG.errorf(
                    fault,
                    "Rules of the mapper %s failed at a login",
                    login.mapper().id());
            Applied nothing = Applied.nothing("an error of the server, which its log tells");
            recordFault(login, nothing);
            return nothing;
        }
    }

    /** In a transaction of its own: who knows what is left of the login's. */
    private void recordFault(RuleLogin login, Applied nothing) {
        try {
            recording.run(record -> {
                record.failed(login, nothing.problems());
                return null;
            });
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "That rules failed could not be recorded");
        }
    }
}
