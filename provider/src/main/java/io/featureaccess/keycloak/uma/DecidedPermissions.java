package io.featureaccess.keycloak.uma;

import java.util.List;
import java.util.function.Supplier;
import org.keycloak.representations.idm.authorization.Permission;
import org.keycloak.representations.idm.authorization.PermissionTicketToken;

/**
 * The permissions that stock evaluation works on, decided when it first asks for them. By then it has resolved the
 * identity, in whichever of its ways, so that there is no second reading of tokens which could name somebody else.
 */
final class DecidedPermissions extends PermissionTicketToken {

    private final Supplier<List<Permission>> decision;
    private List<Permission> decided;

    DecidedPermissions(Supplier<List<Permission>> decision) {
        this.decision = decision;
    }

    @Override
    public List<Permission> getPermissions() {
        if (decided == null) {
            decided = decision.get();
        }
        return decided;
    }
}
