package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.people.ChangeGroup;
import io.featureaccess.application.people.ChangeMembers;
import io.featureaccess.application.people.CreateGroup;
import io.featureaccess.application.people.DeleteGroup;
import io.featureaccess.application.people.ListGroups;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.group.GroupChange;
import io.featureaccess.domain.group.Member;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.keycloak.spi.GroupApi;
import java.util.Optional;

/** {@link GroupApi} by the use cases. */
record GroupUseCases(
        ListGroups groups, CreateGroup creation, ChangeGroup change, DeleteGroup deletion, ChangeMembers members)
        implements GroupApi {

    @Override
    public Page<Group> list(Optional<String> text, PageRequest page) {
        return groups.list(text, page);
    }

    @Override
    public Group get(PrincipalRef group) {
        return groups.get(group);
    }

    @Override
    public Group create(Caller caller, String name, Optional<PrincipalRef> parent) {
        return creation.create(caller, name, parent);
    }

    @Override
    public Group change(Caller caller, PrincipalRef group, GroupChange wanted) {
        return change.change(caller, group, wanted);
    }

    @Override
    public void delete(Caller caller, PrincipalRef group, boolean recursive) {
        deletion.delete(caller, group, recursive);
    }

    @Override
    public Page<Member> members(Caller caller, PrincipalRef group, Optional<String> text, PageRequest page) {
        return groups.members(caller, group, text, page);
    }

    @Override
    public Principal join(Caller caller, PrincipalRef group, PrincipalRef member, Optional<String> reason) {
        return members.join(caller, group, member, reason);
    }

    @Override
    public void leave(Caller caller, PrincipalRef group, PrincipalRef member) {
        members.leave(caller, group, member);
    }
}
