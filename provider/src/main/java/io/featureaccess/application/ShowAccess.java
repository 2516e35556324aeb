package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.Grants;
import io.featureaccess.application.port.MembershipOrigins;
import io.featureaccess.domain.access.PrincipalAccess;
import io.featureaccess.domain.group.JoinedGroups;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Action;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what to one node, and why. */
public final class ShowAccess {

    private final NodeGate gate;
    private final Directory directory;
    private final Grants grants;
    private final FactsReader reader;
    private final MembershipOrigins origins;

    public ShowAccess(
            NodeGate gate, Directory directory, Grants grants, FactsReader reader, MembershipOrigins origins) {
        this.gate = gate;
        this.directory = directory;
        this.grants = grants;
        this.reader = reader;
        this.origins = origins;
    }

    /**
     * One principal's access. About themself anyone may ask who sees the node.
     *
     * @throws DomainProblem {@code no-such-node}; {@code forbidden} about others without {@code view-access};
     *     {@code unknown-principal}, {@code ambiguous-principal}
     */
    public PrincipalAccess of(Caller caller, NodeRef ref, PrincipalRef reference) {
        NodeGate.Entry entry = gate.look(caller, ref, Action.VIEW);
        Principal principal = new Principals(directory).require(reference);
        if (principal.id().equals(caller.principal())) {
            return explained(List.of(PrincipalAccess.of(principal, entry.facts())), true)
                    .get(0);
        }
        entry.require(Action.VIEW_ACCESS);
        PrincipalAccess access = PrincipalAccess.of(
                principal, factsOf(Set.of(principal.id()), entry).about(principal.id(), refOf(entry)));
        return explained(List.of(access), mayKnowRules(entry)).get(0);
    }

    /**
     * Everyone who holds a role that reaches the node, also one that sleeps; not those who merely see it.
     *
     * @param name what their names contain, whatever its case; empty for all
     * @throws DomainProblem {@code no-such-node}, {@code forbidden} without {@code view-access}
     */
    public Page<PrincipalAccess> ofEveryone(
            Caller caller, NodeRef ref, Optional<PrincipalType> type, Optional<String> name, PageRequest request) {
        NodeGate.Entry entry = gate.look(caller, ref, Action.VIEW_ACCESS);
        Page<PrincipalId> page = grants.holders(entry.node().id(), type, name, request);
        if (page.items().isEmpty()) {
            return new Page<>(List.of(), page.total());
        }
        Set<PrincipalId> ids = new LinkedHashSet<>(page.items());
        Map<PrincipalId, Principal> people = directory.find(ids);
        FactsReader.Loaded loaded = factsOf(ids, entry);
        List<PrincipalAccess> items = ids.stream()
                .filter(people::containsKey)
                .map(id -> PrincipalAccess.of(people.get(id), loaded.about(id, refOf(entry))))
                .toList();
        return new Page<>(explained(items, mayKnowRules(entry)), page.total());
    }

    /** Which rules there are is for admins. */
    private static boolean mayKnowRules(NodeGate.Entry entry) {
        return entry.facts().asker().admin();
    }

    /**
     * With how they came to be in the groups that give them something, and who answers for service accounts: a statement more
     * for either, where there is any.
     */
    private List<PrincipalAccess> explained(List<PrincipalAccess> all, boolean withNames) {
        Set<PrincipalId> byGroups = all.stream()
                .filter(PrincipalAccess::isByGroup)
                .map(access -> access.principal().id())
                .collect(Collectors.toSet());
        Map<PrincipalId, JoinedGroups> joined = byGroups.isEmpty() ? Map.of() : origins.of(byGroups);
        Map<PrincipalId, Principal> creators =
                Creators.of(all.stream().map(PrincipalAccess::principal).toList(), directory);
        return all.stream()
                .map(access -> access.in(
                        shown(joined.get(access.principal().id()), withNames),
                        Optional.ofNullable(creators.get(access.principal().id()))))
                .toList();
    }

    private static JoinedGroups shown(JoinedGroups joined, boolean withNames) {
        if (joined == null) {
            return JoinedGroups.NONE;
        }
        return withNames ? joined : joined.withoutNames();
    }

    /** As of the instant at which the caller was let in, so that the answer is about one moment. */
    private FactsReader.Loaded factsOf(Set<PrincipalId> ids, NodeGate.Entry entry) {
        return reader.read(ids, Set.of(refOf(entry)), entry.facts().at());
    }

    private static NodeRef refOf(NodeGate.Entry entry) {
        return NodeRef.of(entry.node().id());
    }
}
