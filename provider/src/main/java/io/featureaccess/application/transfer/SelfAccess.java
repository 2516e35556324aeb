package io.featureaccess.application.transfer;

import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import java.util.List;

/**
 * The rule that an admin who gives themselves access, directly or by a group they are in, says why.
 *
 * @param groups paths of the groups that the admin is a direct member of; those they lie in count too
 */
record SelfAccess(PrincipalId admin, List<String> groups, boolean hasReason) {

    /** @throws DomainProblem {@code reason-required} */
    void requireReasonFor(Principal granted) {
        if (!hasReason && isSelf(granted)) {
            throw DomainProblem.of(
                    ProblemCode.REASON_REQUIRED,
                    "reason",
                    "this grant gives you access yourself, through " + granted.reference() + ": say why in 'reason'");
        }
    }

    private boolean isSelf(Principal granted) {
        return granted.type() == PrincipalType.GROUP
                ? groups.stream().anyMatch(group -> (group + "/").startsWith(granted.name() + "/"))
                : granted.id().equals(admin);
    }
}
