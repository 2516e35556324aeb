package io.featureaccess.storage;

import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Facts.HeldRole;
import io.featureaccess.domain.decision.Facts.NodeFacts;
import io.featureaccess.domain.decision.Level;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The children of a node, or the workspaces, that one principal sees. The rules themselves are asked about imagined children:
 * whether all plain ones are seen, all secret ones, and which roles held on a child show it. Each answer opens a branch of
 * the query or leaves it out, so that what is hidden is never walked through.
 */
final class VisibleNodes {

    private static final String PAGE = """
            SELECT %s FROM FA_NODE n
            WHERE n.REALM_ID = :realm AND n.ID = ANY (ARRAY(%s))
            ORDER BY n.PATH
            OFFSET :first ROWS FETCH NEXT :max ROWS ONLY
            """;

    private static final String EVERY = """
            (SELECT n.ID FROM FA_NODE n
            WHERE n.REALM_ID = :realm AND %s AND %s%s
            ORDER BY %s, n.PATH FETCH FIRST :last ROWS ONLY)
            """;

    private static final String OWN = """
            (SELECT n.ID FROM FA_NODE n
            WHERE n.REALM_ID = :realm AND %s AND %s%s AND n.ID = %s
            ORDER BY n.PATH FETCH FIRST :last ROWS ONLY)
            """;

    /** Not by {@code LIKE}: the text is what somebody typed. What a path is beyond a node's name is the same for all siblings. */
    private static final String NAMED = " AND (POSITION(:text IN LOWER(n.DISPLAY_NAME)) > 0"
            + " OR POSITION(:text IN SUBSTRING(n.PATH FROM %s)) > 0)";

    private static final NodeId IMAGINED = new NodeId("imagined");

    /**
     * Looked below where there is nothing to find: a parent that does not exist and one that hides all must not be told apart by
     * how long the answer takes.
     */
    private static final NodeFacts NOWHERE =
            new NodeFacts(new NodeId("nowhere"), NodePath.parse("nowhere"), false, true);

    private final Sql sql;
    private final LoadedFacts facts;
    private final PrincipalId principal;
    private final boolean glassBroken;

    VisibleNodes(Sql sql, LoadedFacts facts, PrincipalId principal, boolean glassBroken) {
        this.sql = sql;
        this.facts = facts;
        this.principal = principal;
        this.glassBroken = glassBroken;
    }

    /**
     * @param parent empty for workspaces
     * @param text what their names or display names contain
     */
    List<Node> below(Optional<NodeRef> parent, Optional<String> text, PageRequest page, Instant at) {
        Optional<NodeFacts> above = parent.map(ref -> facts.node(ref)
                .filter(node -> node.kind() != NodeKind.FEATURE_SET
                        && !branches(Optional.of(node), text).isEmpty())
                .orElse(NOWHERE));
        List<Branch> branches = branches(above, text);
        if (branches.isEmpty()) {
            return List.of();
        }
        String picked = branches.stream().map(Branch::text).collect(Collectors.joining(" UNION ALL "));
        Statement statement = sql.statement(PAGE.formatted(NodeRows.COLUMNS, picked), page);
        above.ifPresent(node -> statement.with("parent", node.id().value()));
        text.ifPresent(wanted -> statement.with("text", wanted.toLowerCase(Locale.ROOT)));
        if (branches.stream().anyMatch(branch -> !branch.roles().isEmpty())) {
            Held.bind(statement, facts.carriers(principal), at);
        }
        branches.forEach(branch -> branch.bind(statement));
        return statement.rows().map(NodeRows::node).toList();
    }

    private List<Branch> branches(Optional<NodeFacts> above, Optional<String> text) {
        return Stream.of(false, true)
                .map(special -> branch(above, text, special))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * @param roles those that show a child of this sort when held on it; empty where every such child is seen
     */
    private record Branch(String text, String set, List<String> roles) {

        void bind(Statement statement) {
            if (!roles.isEmpty()) {
                statement.withAll(set, roles);
            }
        }
    }

    /** @param special a locked workspace, a secret child; otherwise a plain one */
    private Optional<Branch> branch(Optional<NodeFacts> above, Optional<String> text, boolean special) {
        NodeFacts imagined = imagined(above, special);
        String siblings = above.isPresent() ? "n.PARENT_ID = :parent" : "n.KIND = 'workspace'";
        String sort = (above.isPresent() ? "n.SECRET = " : "n.LOCKED = ") + (special ? "TRUE" : "FALSE");
        String named = text.map(wanted -> NAMED.formatted(1
                        + above.map(node -> node.path().toString().length() + 1).orElse(0)))
                .orElse("");
        String set = special ? "specialRoles" : "plainRoles";
        if (isSeen(above, imagined, List.of())) {
            String order = above.isPresent() ? "n.PARENT_ID, n.SECRET" : "n.REALM_ID, n.KIND";
            return Optional.of(new Branch(EVERY.formatted(siblings, sort, named, order), set, List.of()));
        }
        List<String> showing = RoleSets.of(role -> isSeen(above, imagined, List.of(imaginedRole(imagined, role))));
        String held = Held.targets(set, imagined.kind().id());
        return showing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Branch(OWN.formatted(siblings, sort, named, held), set, showing));
    }

    private static NodeFacts imagined(Optional<NodeFacts> above, boolean special) {
        return above.map(node -> new NodeFacts(IMAGINED, node.path().child("imagined"), special, false))
                .orElseGet(() -> new NodeFacts(IMAGINED, NodePath.parse("imagined"), false, special));
    }

    private static HeldRole imaginedRole(NodeFacts node, Role role) {
        return new HeldRole(new GrantId("imagined"), Level.of(node.kind()), role, Optional.empty(), Optional.empty());
    }

    private boolean isSeen(Optional<NodeFacts> above, NodeFacts node, List<HeldRole> own) {
        Facts imagined = facts.aboutImagined(principal, above, node, own);
        return Access.of(glassBroken ? imagined.breakingGlass() : imagined).sees();
    }
}
