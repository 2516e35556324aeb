package io.featureaccess.application.port;

import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.group.Member;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import java.util.Optional;
import java.util.Set;

/** The groups of one realm, read from its own tables: caches may show them where they were before another's move. */
public interface Groups {

    Optional<Group> find(PrincipalId id);

    /** In path order; the text is looked for in paths, case-insensitively. */
    Page<Group> list(Optional<String> text, PageRequest page);

    /** The users and service accounts in exactly this group, by name, and how each came to be in it; the text is looked for in names, case-insensitively. */
    Page<Member> members(PrincipalId group, Optional<String> text, PageRequest page);

    /** Whoever's grants count for the principal: itself, the groups it is in or lies in, and those that these lie in. */
    default Set<PrincipalId> upwards(PrincipalId id) {
        return upwards(Set.of(id));
    }

    /** The same of several together, by one statement. */
    Set<PrincipalId> upwards(Set<PrincipalId> ids);

    /** The group and all that lies below it, at any depth. */
    Tree tree(PrincipalId id);

    /** @param parent the group whose children are meant; empty for those at the top */
    boolean isTaken(Optional<PrincipalId> parent, String name);

    /** Takes all members out of these groups, which are about to go. */
    void empty(Set<PrincipalId> groups);

    /**
     * A group with all below it.
     *
     * @param deepest how many characters the longest path has beyond that of the group itself
     */
    record Tree(Set<PrincipalId> ids, int deepest) {}
}
