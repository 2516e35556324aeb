package io.featureaccess.keycloak.spi;

import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.group.GroupChange;
import io.featureaccess.domain.group.Member;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import java.util.Optional;

/** The realm's groups: everyone may look for them; who is in them, and all changes, are for admins. */
public interface GroupApi {

    /** @param text looked for in paths, case-insensitively */
    Page<Group> list(Optional<String> text, PageRequest page);

    Group get(PrincipalRef group);

    /** @param parent the group to lie in; empty for the top */
    Group create(Caller caller, String name, Optional<PrincipalRef> parent);

    Group change(Caller caller, PrincipalRef group, GroupChange wanted);

    /** @param recursive whether the groups below it go too */
    void delete(Caller caller, PrincipalRef group, boolean recursive);

    /** Those in exactly this group. @param text looked for in names, case-insensitively */
    Page<Member> members(Caller caller, PrincipalRef group, Optional<String> text, PageRequest page);

    /** @param reason needed of those who add themselves */
    Principal join(Caller caller, PrincipalRef group, PrincipalRef member, Optional<String> reason);

    void leave(Caller caller, PrincipalRef group, PrincipalRef member);
}
