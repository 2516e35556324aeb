package io.featureaccess.application.port;

import io.featureaccess.domain.group.JoinedGroups;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.Map;
import java.util.Set;

/** How users and service accounts came to be in their groups. */
public interface MembershipOrigins {

    /** Of several together, by one statement. Whoever is in no group is missing from the answer. */
    Map<PrincipalId, JoinedGroups> of(Set<PrincipalId> members);

    default JoinedGroups of(PrincipalId member) {
        return of(Set.of(member)).getOrDefault(member, JoinedGroups.NONE);
    }
}
