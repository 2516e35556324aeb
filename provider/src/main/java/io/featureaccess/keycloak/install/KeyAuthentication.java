package io.featureaccess.keycloak.install;

import io.featureaccess.keycloak.spi.ApiKeyApi;
import java.util.List;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * API keys among the ways in which clients authenticate: last in whatever flow the realm uses for that, so that it never runs for
 * a client that another way is meant for. That it stands there is kept; that somebody disabled it is their decision.
 */
final class KeyAuthentication implements Part {

    private static final int AFTER_THE_LAST = 10;

    @Override
    public boolean inPlace(Target target) {
        AuthenticationFlowModel flow = target.realm().getClientAuthenticationFlow();
        return flow == null
                || executions(target.realm(), flow).stream()
                        .anyMatch(execution -> ApiKeyApi.AUTHENTICATOR.equals(execution.getAuthenticator()));
    }

    @Override
    public void put(Target target) {
        RealmModel realm = target.realm();
        AuthenticationFlowModel flow = realm.getClientAuthenticationFlow();
        int last = executions(realm, flow).stream()
                .mapToInt(AuthenticationExecutionModel::getPriority)
                .max()
                .orElse(0);
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(flow.getId());
        execution.setAuthenticator(ApiKeyApi.AUTHENTICATOR);
        execution.setAuthenticatorFlow(false);
        execution.setRequirement(Requirement.ALTERNATIVE);
        execution.setPriority(last + AFTER_THE_LAST);
        realm.addAuthenticatorExecution(execution);
    }

    private static List<AuthenticationExecutionModel> executions(RealmModel realm, AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId()).toList();
    }
}
