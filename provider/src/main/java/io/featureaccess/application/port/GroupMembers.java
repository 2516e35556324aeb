package io.featureaccess.application.port;

import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.Optional;

/** Who is in which group: the one way by which people put others in, and take them out, through this extension. */
public interface GroupMembers {

    /** @param member a user or service account of the realm, which is not in the group yet */
    void join(PrincipalId member, PrincipalId group);

    /** @param member somebody who is in the group, by themself and not by a subgroup */
    void leave(PrincipalId member, PrincipalId group);

    /** The users and service accounts in exactly this group, by name; the text is looked for in names, case-insensitively. */
    Page<Principal> list(PrincipalId group, Optional<String> text, PageRequest page);
}
