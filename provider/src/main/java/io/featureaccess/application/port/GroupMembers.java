package io.featureaccess.application.port;

import io.featureaccess.domain.principal.PrincipalId;

/** The one way by which people put others into groups, and take them out, through this extension. */
public interface GroupMembers {

    /**
     * Puts a user or service account into a group by hand, also one that is in it already by other means.
     *
     * @return whether anything was different before
     */
    boolean join(PrincipalId member, PrincipalId group);

    /**
     * Takes somebody out of a group, by whatever means they came to be in it.
     *
     * @return whether they were in it, by themself and not by a subgroup
     */
    boolean leave(PrincipalId member, PrincipalId group);
}
