package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.access.PrincipalAccess;
import io.featureaccess.domain.decision.Sleep;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.role.Action;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.List;

/**
 * What one principal may do to one node, and by what.
 *
 * @param createdBy who answers for the principal; of service accounts only
 * @param ask what the principal may ask for there, to be allowed more; absent where nothing is, and in lists
 */
record AccessJson(
        String principal,
        String principalId,
        List<String> roles,
        String strongest,
        List<String> actions,
        List<WhyJson> why,
        String createdBy,
        AskJson ask) {

    /**
     * @param grantedOn a path, or {@code *} for all workspaces
     * @param via the group that holds the role
     * @param expiresAt when the grant ends by itself; absent for never
     * @param sleeping the code of why it does not count; absent when it does
     * @param membership how the principal came to be in that group, or in one below it
     */
    record WhyJson(
            String role,
            String grantedOn,
            String via,
            String inheritedAs,
            String expiresAt,
            String sleeping,
            MembershipJson membership) {

        static WhyJson of(PrincipalAccess.Why why) {
            return new WhyJson(
                    why.role().id(),
                    why.grantedOn(),
                    why.via().orElse(null),
                    why.inheritedAs().id(),
                    why.expiresAt().map(Instant::toString).orElse(null),
                    why.sleep().map(Sleep::id).orElse(null),
                    why.membership().map(MembershipJson::of).orElse(null));
        }
    }

    static AccessJson of(PrincipalAccess access) {
        return of(access, (AskJson) null);
    }

    /** Of one principal, with what it may ask for. */
    static AccessJson of(PrincipalAccess access, NodePath node) {
        return of(access, access.askable().isEmpty() ? null : AskJson.of(node, access.askable()));
    }

    private static AccessJson of(PrincipalAccess access, AskJson ask) {
        return new AccessJson(
                access.principal().reference(),
                access.principal().id().value(),
                access.roles().stream().map(Role::id).toList(),
                access.strongest().map(Role::id).orElse(null),
                access.actions().stream().map(Action::id).toList(),
                access.why().stream().map(WhyJson::of).toList(),
                access.creator().map(Principal::reference).orElse(null),
                ask);
    }
}
