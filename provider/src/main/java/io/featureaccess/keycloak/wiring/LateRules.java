package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.Transactions;
import io.featureaccess.application.rules.ApplyRules;
import io.featureaccess.application.rules.RuleRecord;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.rule.RuleLogin;
import io.featureaccess.domain.rule.Ruling;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * Applies rules when a login is committed, in a transaction of their own and before anybody is answered. Only then is a new
 * user there for others, and only so can nothing that goes wrong take the login with it.
 */
final class LateRules {

    private static final Logger LOG = Logger.getLogger(LateRules.class);

    /** Others who change the same user or the same groups at the same moment are waited for so often. */
    private static final int TRIES = 3;

    private final KeycloakSession session;
    private final Transactions<ApplyRules> applying;
    private final Transactions<RuleRecord> recording;

    LateRules(KeycloakSession session, Transactions<ApplyRules> applying, Transactions<RuleRecord> recording) {
        this.session = session;
        this.applying = applying;
        this.recording = recording;
    }

    void apply(RuleLogin login, Ruling ruling) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                applyNow(login, ruling);
            }

            @Override
            protected void rollbackImpl() {
                LOG.debugf(
                        "A login by the mapper %s came to nothing",
                        login.mapper().id());
            }
        });
    }

    private void applyNow(RuleLogin login, Ruling ruling) {
        try {
            attempt(login, ruling, TRIES)
                    .forEach(problem -> LOG.warnf(
                            "Rules of the mapper '%s' of the identity provider '%s', for user %s: %s",
                            login.mapper().name(),
                            login.mapper().identityProvider(),
                            login.user().id(),
                            problem));
        } catch (RuntimeException fault) {
            LOG.errorf(
                    fault,
                    "Rules of the mapper %s failed at a login",
                    login.mapper().id());
            recordFault(login);
        }
    }

    private List<String> attempt(RuleLogin login, Ruling ruling, int tries) {
        try {
            return applying.run(rules -> rules.apply(login, ruling));
        } catch (DomainProblem collided) {
            if (tries == 1) {
                throw collided;
            }
            return attempt(login, ruling, tries - 1);
        }
    }

    private void recordFault(RuleLogin login) {
        try {
            recording.run(record -> {
                record.failed(login, List.of("an error of the server, which its log tells"));
                return null;
            });
        } catch (RuntimeException fault) {
            LOG.error("That rules failed could not be recorded", fault);
        }
    }
}
