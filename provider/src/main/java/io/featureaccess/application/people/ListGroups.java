package io.featureaccess.application.people;

import io.featureaccess.application.port.Groups;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.group.Member;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;

/** The groups there are, for everyone, as for all whom one may give access; who is in them, for admins. */
public final class ListGroups {

    private final PeopleGate gate;
    private final Groups groups;

    public ListGroups(PeopleGate gate, Groups groups) {
        this.gate = gate;
        this.groups = groups;
    }

    public Page<Group> list(Optional<String> text, PageRequest page) {
        return groups.list(text, page);
    }

    /** @throws DomainProblem {@code not-found} */
    public Group get(PrincipalRef reference) {
        return gate.group(reference);
    }

    /** @throws DomainProblem {@code forbidden} unless the caller is an admin; {@code not-found} */
    public Page<Member> members(Caller caller, PrincipalRef reference, Optional<String> text, PageRequest page) {
        gate.look(caller, "members of groups");
        return groups.members(gate.group(reference).id(), text, page);
    }
}
