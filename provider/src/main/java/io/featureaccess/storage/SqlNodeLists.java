package io.featureaccess.storage;

import io.featureaccess.application.port.NodeLists;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.node.NodeSearch;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Action;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@link NodeLists} by two statements a page: who counts for the principal, and then the page; for what is permitted by one more
 * in between, which says how far the page reaches.
 */
public final class SqlNodeLists implements NodeLists {

    private final Sql sql;
    private final SqlFactsReader reader;

    /** @param adminRole the id of the role that makes an admin; blank where there is none */
    public SqlNodeLists(EntityManager entities, String realm, String adminRole) {
        this.sql = new Sql(entities, realm);
        this.reader = new SqlFactsReader(entities, realm, adminRole);
    }

    @Override
    public List<Node> visible(
            PrincipalId principal,
            Optional<NodeId> parent,
            boolean glassBroken,
            Optional<String> text,
            PageRequest page,
            Instant at) {
        Optional<NodeRef> above = parent.map(NodeRef::of);
        LoadedFacts facts = reader.load(Set.of(principal), above.map(Set::of).orElse(Set.of()), at);
        return new VisibleNodes(sql, facts, principal, glassBroken).below(above, text, page, at);
    }

    @Override
    public List<Node> found(
            PrincipalId principal, NodeSearch search, boolean glassBroken, PageRequest page, Instant at) {
        LoadedFacts facts = reader.load(Set.of(principal), Set.of(), at);
        if (!facts.isEnabled(principal)) {
            return List.of();
        }
        return new FoundNodes(sql, Sight.of(facts, principal, glassBroken), holdings(facts, principal, at))
                .page(search, page);
    }

    @Override
    public List<Node> permitted(
            PrincipalId principal,
            Optional<Action> action,
            Optional<NodeKind> kind,
            Optional<NodePath> under,
            PageRequest page,
            Instant at) {
        LoadedFacts facts = reader.load(Set.of(principal), Set.of(), at);
        if (!facts.isEnabled(principal)) {
            return List.of();
        }
        return new PermittedNodes(sql, holdings(facts, principal, at), action, kind, under).page(page);
    }

    @Override
    public List<Node> orphans(boolean withSecret, PageRequest page, Instant at) {
        return new Orphans(sql).page(withSecret, page);
    }

    private Holdings holdings(LoadedFacts facts, PrincipalId principal, Instant at) {
        return new Holdings(facts.carriers(principal), facts.onAllWorkspaces(principal), at, sql.isH2());
    }
}
