package io.featureaccess.keycloak.install;

import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.authorization.DecisionStrategy;
import org.keycloak.representations.idm.authorization.PolicyEnforcementMode;

/** Authorization on the client, enforcing and unanimous: what no policy permits is denied, and none overrules another. */
final class Server implements Part {

    @Override
    public boolean atAGlance(Target target) {
        return inPlace(target);
    }

    @Override
    public boolean inPlace(Target target) {
        return target.server().filter(Server::strict).isPresent();
    }

    private static boolean strict(ResourceServer server) {
        return server.getPolicyEnforcementMode() == PolicyEnforcementMode.ENFORCING
                && server.getDecisionStrategy() == DecisionStrategy.UNANIMOUS;
    }

    @Override
    public void put(Target target) {
        ResourceServer server = target.server()
                .orElseGet(() -> RepresentationToModel.createResourceServer(target.client(), target.session(), true));
        server.setPolicyEnforcementMode(PolicyEnforcementMode.ENFORCING);
        server.setDecisionStrategy(DecisionStrategy.UNANIMOUS);
    }
}
