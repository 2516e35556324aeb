package io.featureaccess.application.transfer;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.audit.AuditChange;
import io.featureaccess.domain.audit.AuditRow;
import io.featureaccess.domain.audit.Change;
import io.featureaccess.domain.audit.Snapshot;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.node.NodeTraits;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.transfer.ImportReport;
import io.featureaccess.domain.transfer.Numbered;
import io.featureaccess.domain.transfer.TransferLine.NodeLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the nodes of a batch: by their path they are new, the same, or to be changed. */
final class NodeImport {

    private final Transfers transfers;
    private final AuthorizationResources resources;
    private final AuditTrail trail;
    private final Run run;

    NodeImport(Transfers transfers, AuthorizationResources resources, AuditTrail trail, Run run) {
        this.transfers = transfers;
        this.resources = resources;
        this.trail = trail;
        this.run = run;
    }

    /** @param nodes all nodes of the batch as they are now, in the order of their lines */
    record Written(List<Node> nodes, ImportReport.Count count) {}

    Written write(List<Numbered<NodeLine>> lines, PrincipalMapping principals) {
        if (lines.isEmpty()) {
            return new Written(List.of(), ImportReport.Count.NONE);
        }
        lines.forEach(line -> line.checking(() -> requireGlassBroken(line.line())));
        Plan plan = plan(lines, principals);
        transfers.addNodes(plan.added);
        resources.add(plan.added);
        transfers.updateNodes(plan.changed);
        recordSecrets(plan);
        int unchanged = lines.size() - plan.added.size() - plan.changed.size();
        return new Written(plan.all, new ImportReport.Count(plan.added.size(), plan.changed.size(), unchanged));
    }

    private static final class Plan {
        private final List<Node> all = new ArrayList<>();
        private final List<Node> added = new ArrayList<>();
        private final List<Node> changed = new ArrayList<>();
    }

    private Plan plan(List<Numbered<NodeLine>> lines, PrincipalMapping principals) {
        Set<NodePath> paths = lines.stream().map(line -> line.line().path()).collect(Collectors.toSet());
        Map<NodePath, Node> existing =
                transfers.atPaths(paths).stream().collect(Collectors.toMap(Node::path, Function.identity()));
        Set<NodePath> reserved = transfers.reserved(paths, run.startedAt());
        Set<NodeId> taken = new HashSet<>(transfers.takenNodeIds(
                lines.stream().flatMap(line -> line.line().id().stream()).collect(Collectors.toSet())));
        Plan plan = new Plan();
        for (Numbered<NodeLine> line : lines) {
            NodePath path = line.line().path();
            Node there = existing.get(path);
            Node node = there == null
                    ? line.checking(() -> newNode(line.line(), reserved, taken, principals))
                    : line.checking(() -> changed(there, line.line()));
            plan.all.add(node);
            if (there == null) {
                plan.added.add(node);
            } else if (!node.equals(there)) {
                plan.changed.add(node);
            }
        }
        return plan;
    }

    private Node newNode(NodeLine line, Set<NodePath> reserved, Set<NodeId> taken, PrincipalMapping principals) {
        if (reserved.contains(line.path())) {
            throw DomainProblem.nameTaken(line.path().toString());
        }
        // An id of the file stays the node's id unless it is in use: by another realm, or by another line.
        NodeId id = line.id().filter(taken::add).orElseGet(NodeId::random);
        PrincipalId creator = line.createdBy()
                .flatMap(principals::principal)
                .map(Principal::id)
                .orElse(run.caller().principal());
        return new Node(
                id,
                line.path(),
                line.traits(),
                line.displayName(),
                line.description(),
                creator,
                line.createdAt().orElse(run.startedAt()),
                0);
    }

    private static Node changed(Node there, NodeLine line) {
        if (!sameWorkspaceKind(there.traits(), line.traits())) {
            throw DomainProblem.malformed(
                    "workspaceKind", "the workspace is here with the other kind, which never changes");
        }
        return there.described(line.displayName(), line.description()).with(line.traits());
    }

    private static boolean sameWorkspaceKind(NodeTraits there, NodeTraits wanted) {
        return !(there instanceof NodeTraits.Workspace is)
                || !(wanted instanceof NodeTraits.Workspace other)
                || is.workspaceKind() == other.workspaceKind();
    }

    private void requireGlassBroken(NodeLine line) {
        if (line.traits().secret() && run.caller().breakGlass().isEmpty()) {
            throw DomainProblem.of(
                    ProblemCode.BREAK_GLASS_REQUIRED,
                    "a file with secret nodes needs a break-glass reason to be imported");
        }
    }

    private void recordSecrets(Plan plan) {
        List<Change> looks = new ArrayList<>();
        plan.added.forEach(node -> recordSecret(node, looks));
        plan.changed.forEach(node -> recordSecret(node, looks));
        trail.record(run.caller(), looks);
    }

    private void recordSecret(Node node, List<Change> looks) {
        if (node.traits().secret()) {
            looks.add(Change.of(AuditChange.BREAK_GLASS)
                    .on(new AuditRow.Subject(node.id(), node.path(), true))
                    .to(Snapshot.EMPTY.with("by", "import"))
                    .because(run.caller().breakGlass()));
        }
    }
}
