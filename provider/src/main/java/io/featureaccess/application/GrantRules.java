package io.featureaccess.application;

import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.Grants;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.ProjectRole;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantPlan;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What giving roles is subject to, beyond the right to give them. */
public final class GrantRules {

    private final Directory directory;
    private final FactsReader reader;
    private final Grants grants;
    private final Clock clock;

    public GrantRules(Directory directory, FactsReader reader, Grants grants, Clock clock) {
        this.directory = directory;
        this.reader = reader;
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * Which of the grants are to the caller itself, as far as it is an admin and would gain by them: directly, or by a group
     * it is in or that such a group lies in.
     */
    Set<Grant> toSelf(Caller caller, Site site, GrantPlan plan, Map<PrincipalId, Principal> people) {
        if (!site.admin()) {
            return Set.of();
        }
        List<Grant> given = plan.given();
        boolean anyGroup =
                given.stream().anyMatch(grant -> people.get(grant.principal()).type() == PrincipalType.GROUP);
        List<String> groups = anyGroup ? directory.groupsOf(caller.principal()) : List.of();
        return given.stream()
                .filter(grant ->
                        grant.principal().equals(caller.principal()) || holds(people.get(grant.principal()), groups))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean holds(Principal group, List<String> memberOf) {
        return group.type() == PrincipalType.GROUP
                && memberOf.stream().anyMatch(path -> (path + "/").startsWith(group.name() + "/"));
    }

    /** @throws DomainProblem {@code reason-required} where an admin gives access to themself and does not say why */
    void requireReasons(Set<Grant> toSelf, Map<PrincipalId, Principal> people) {
        toSelf.stream().filter(grant -> grant.reason().isEmpty()).findFirst().ifPresent(grant -> {
            throw DomainProblem.reasonRequired(
                    "an admin who gives access to themself says why: 'reason' is required for "
                            + people.get(grant.principal()).reference());
        });
    }

    /**
     * A grant on a feature set would sleep without a sufficient role on its project, so that one has to come first.
     *
     * @throws DomainProblem {@code project-role-required}, saying which
     */
    public void requireProjectRoles(Site site, GrantPlan plan, Map<PrincipalId, Principal> people) {
        List<Grant> given = plan.given();
        if (site.kind().orElse(null) != NodeKind.FEATURE_SET || given.isEmpty()) {
            return;
        }
        NodeRef node = NodeRef.of(site.node().orElseThrow().node().id());
        Set<PrincipalId> principals = given.stream().map(Grant::principal).collect(Collectors.toSet());
        FactsReader.Loaded loaded = reader.read(principals, Set.of(node), clock.instant());
        for (Grant grant : given) {
            Facts facts = loaded.about(grant.principal(), node);
            Optional<Role> missing = ProjectRole.missing(facts, grant.role());
            if (missing.isPresent()) {
                throw DomainProblem.projectRoleRequired(
                        people.get(grant.principal()).reference(),
                        missing.get().id(),
                        site.path().orElseThrow().parent().orElseThrow().toString());
            }
        }
    }

    /**
     * Those of the grants that could make somebody owner of secret nodes, given by somebody who does not own the place, which
     * only an admin can do. It does not matter whether there is anything secret: a rule that asked only then would tell.
     *
     * @throws DomainProblem {@code break-glass-required} where there are such grants and the caller gives no reason
     */
    public List<Grant> openingSecrets(Caller caller, Site site, GrantPlan plan) {
        List<Grant> opening = plan.given().stream()
                .filter(grant -> makesOwnersBelow(grant.role(), site.kind()))
                .toList();
        if (opening.isEmpty() || owns(caller, site)) {
            return List.of();
        }
        if (caller.breakGlass().isEmpty()) {
            throw DomainProblem.breakGlassRequired();
        }
        return opening;
    }

    /** An editor of a project is owner of its feature sets. Below a feature set there is nothing. */
    private static boolean makesOwnersBelow(Role role, Optional<NodeKind> kind) {
        boolean onProject = kind.filter(NodeKind.PROJECT::equals).isPresent();
        boolean onFeatureSet = kind.filter(NodeKind.FEATURE_SET::equals).isPresent();
        return role == Role.OWNER && !onFeatureSet || role == Role.EDITOR && onProject;
    }

    private boolean owns(Caller caller, Site site) {
        if (site.node().isPresent()) {
            return site.node().get().owner();
        }
        // What is held on all workspaces comes first, a few rows a group at most.
        return grants
                .heldBy(
                        caller.principal(),
                        caller.principal(),
                        false,
                        PageRequest.ofFirst(PageRequest.LARGEST),
                        clock.instant())
                .stream()
                .anyMatch(held -> held.path().isEmpty()
                        && held.grant().role() == Role.OWNER
                        && !held.grant().expiredAt(clock.instant()));
    }
}
