package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.Grants;
import io.featureaccess.domain.access.PrincipalAccess;
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

/** Who may do what to one node, and why. */
public final class ShowAccess {

    private final NodeGate gate;
    private final Directory directory;
    private final Grants grants;
    private final FactsReader reader;

    public ShowAccess(NodeGate gate, Directory directory, Grants grants, FactsReader reader) {
        this.gate = gate;
        this.directory = directory;
        this.grants = grants;
        this.reader = reader;
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
            return PrincipalAccess.of(principal, entry.facts());
        }
        entry.require(Action.VIEW_ACCESS);
        return PrincipalAccess.of(
                principal, factsOf(Set.of(principal.id()), entry).about(principal.id(), refOf(entry)));
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
        return new Page<>(items, page.total());
    }

    /** As of the instant at which the caller was let in, so that the answer is about one moment. */
    private FactsReader.Loaded factsOf(Set<PrincipalId> ids, NodeGate.Entry entry) {
        return reader.read(ids, Set.of(refOf(entry)), entry.facts().at());
    }

    private static NodeRef refOf(NodeGate.Entry entry) {
        return NodeRef.of(entry.node().id());
    }
}
