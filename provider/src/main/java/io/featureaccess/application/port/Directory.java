package io.featureaccess.application.port;

import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users, service accounts and groups of one realm, as the realm's own tables have them. */
public interface Directory {

    /**
     * Who is meant, by a number of statements that does not depend on how many are asked for. References that mean nobody
     * are missing from the answer.
     *
     * @throws io.featureaccess.domain.problem.DomainProblem {@code ambiguous-principal} for an e-mail address that no or
     *     several users have, or one that is not verified
     */
    Map<PrincipalRef, Principal> resolve(Set<PrincipalRef> references);

    /** The principals by these ids that still exist, by one statement. */
    Map<PrincipalId, Principal> find(Set<PrincipalId> ids);

    /** By name; the text is looked for in names, case-insensitively. */
    Page<Principal> search(Optional<PrincipalType> type, Optional<String> text, PageRequest page);

    /** Who answers for those of these that are service accounts, by one statement; creators that are gone are missing. */
    Map<PrincipalId, Principal> creators(Set<PrincipalId> ids);

    /** Whether the principal is an admin: by a role held directly, by group or by composite. */
    boolean isAdmin(PrincipalId id);

    /** Those of these principals that are admins, by one statement. */
    Set<PrincipalId> admins(Set<PrincipalId> ids);

    /** Whether an enabled user or service account other than this one is an admin. */
    boolean hasAdminBeside(PrincipalId id);

    /** The paths of the groups that the principal is a direct member of. */
    List<String> groupsOf(PrincipalId id);
}
