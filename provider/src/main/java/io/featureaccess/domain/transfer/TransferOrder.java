package io.featureaccess.domain.transfer;

import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.problem.ProblemCode;
import io.featureaccess.domain.transfer.TransferLine.AuditLine;
import io.featureaccess.domain.transfer.TransferLine.End;
import io.featureaccess.domain.transfer.TransferLine.GrantLine;
import io.featureaccess.domain.transfer.TransferLine.Header;
import io.featureaccess.domain.transfer.TransferLine.NodeLine;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Checks that lines come in the one order there is: header, grants on all workspaces, then nodes in ascending order of
 * their paths' characters, each followed by its grants, then audit rows, then the end.
 *
 * <p>Because of that order, duplicates and missing parents are found while remembering only the paths that begin the
 * current one, never more than a path has characters.
 */
public final class TransferOrder {

    private final Deque<NodePath> open = new ArrayDeque<>();
    private Stage stage = Stage.HEADER;
    private long nodes;
    private long grants;

    private enum Stage {
        HEADER,
        ALL_WORKSPACES,
        NODES,
        AUDIT,
        DONE
    }

    /** @throws DomainProblem {@code wrong-order}, {@code duplicate}, {@code missing-parent} or {@code truncated} */
    public void accept(TransferLine line) {
        if (stage == Stage.DONE) {
            throw wrongOrder("nothing may follow the end line");
        }
        if ((stage == Stage.HEADER) != (line instanceof Header)) {
            throw wrongOrder("the header is the first line, and only the first");
        }
        if (line instanceof Header) {
            stage = Stage.ALL_WORKSPACES;
        } else if (line instanceof NodeLine node) {
            acceptNode(node.path());
        } else if (line instanceof GrantLine grant) {
            acceptGrant(grant);
        } else if (line instanceof AuditLine) {
            stage = Stage.AUDIT;
        } else if (line instanceof End end) {
            acceptEnd(end);
        }
    }

    /** Call after the last line: a file without its end was cut off. */
    public void finish() {
        if (stage != Stage.DONE) {
            throw DomainProblem.of(ProblemCode.TRUNCATED, "the end line is missing: the file was cut off");
        }
    }

    public long nodes() {
        return nodes;
    }

    public long grants() {
        return grants;
    }

    private void acceptNode(NodePath path) {
        if (stage == Stage.AUDIT) {
            throw wrongOrder("nodes come before audit rows");
        }
        stage = Stage.NODES;
        requireAscending(path);
        while (!open.isEmpty() && !path.toString().startsWith(open.peek().toString())) {
            open.pop();
        }
        path.parent().ifPresent(this::requireOpen);
        open.push(path);
        nodes++;
    }

    private void requireAscending(NodePath path) {
        int order = open.isEmpty() ? 1 : path.compareTo(open.peek());
        if (order == 0) {
            throw DomainProblem.of(ProblemCode.DUPLICATE, "node", "the node '" + path + "' is here twice");
        }
        if (order < 0) {
            throw wrongOrder("nodes come in ascending order of their paths, and '" + path + "' comes before '"
                    + open.peek() + "'");
        }
    }

    private void requireOpen(NodePath parent) {
        if (!open.contains(parent)) {
            throw DomainProblem.of(
                    ProblemCode.MISSING_PARENT, "path", "no earlier line has the parent '" + parent + "'");
        }
    }

    private void acceptGrant(GrantLine grant) {
        boolean inPlace = grant.node().isEmpty()
                ? stage == Stage.ALL_WORKSPACES
                : stage == Stage.NODES && grant.node().get().equals(open.peek());
        if (!inPlace) {
            throw wrongOrder(
                    grant.node().isEmpty()
                            ? "grants on all workspaces come before the first node"
                            : "a grant directly follows its node's line");
        }
        grants++;
    }

    private void acceptEnd(End end) {
        if (end.nodes() != nodes || end.grants() != grants) {
            throw DomainProblem.of(
                    ProblemCode.TRUNCATED,
                    "the end line counts " + end.nodes() + " nodes and " + end.grants() + " grants, but " + nodes
                            + " and " + grants + " came before it");
        }
        stage = Stage.DONE;
    }

    private static DomainProblem wrongOrder(String detail) {
        return DomainProblem.of(ProblemCode.WRONG_ORDER, detail);
    }
}
