package io.featureaccess.application.transfer;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.transfer.TransferLine;
import io.featureaccess.domain.transfer.TransferLine.GrantLine;
import io.featureaccess.domain.transfer.TransferLine.NodeLine;
import io.featureaccess.domain.transfer.Who;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes lines of nodes and grants, and looks the names of principals up for a batch of lines at once. */
final class LineWriter implements Transfers.Receiver {

    private static final int BATCH = 500;

    private final Directory directory;
    private final Consumer<TransferLine> lines;
    private final Set<PrincipalId> principals = new HashSet<>();
    private final List<Function<Map<PrincipalId, Principal>, TransferLine>> waiting = new ArrayList<>();
    private long nodes;
    private long grants;

    LineWriter(Directory directory, Consumer<TransferLine> lines) {
        this.directory = directory;
        this.lines = lines;
    }

    @Override
    public void node(Node node) {
        nodes++;
        principals.add(node.createdBy());
        add(names -> line(node, names));
    }

    @Override
    public void grant(Grant grant, Optional<NodePath> node) {
        grants++;
        principals.add(grant.principal());
        principals.add(grant.grantedBy());
        add(names -> line(grant, node, names));
    }

    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        Map<PrincipalId, Principal> names = directory.find(Set.copyOf(principals));
        waiting.forEach(line -> lines.accept(line.apply(names)));
        waiting.clear();
        principals.clear();
    }

    TransferLine.End end() {
        return new TransferLine.End(nodes, grants);
    }

    private void add(Function<Map<PrincipalId, Principal>, TransferLine> line) {
        waiting.add(line);
        if (waiting.size() >= BATCH) {
            flush();
        }
    }

    private static NodeLine line(Node node, Map<PrincipalId, Principal> names) {
        return new NodeLine(
                Optional.of(node.id()),
                node.path(),
                node.traits(),
                node.displayName(),
                node.description(),
                Optional.of(who(node.createdBy(), names)),
                Optional.of(node.createdAt()));
    }

    private static GrantLine line(Grant grant, Optional<NodePath> node, Map<PrincipalId, Principal> names) {
        return new GrantLine(
                Optional.of(grant.id()),
                node,
                who(grant.principal(), names),
                grant.role(),
                grant.origin(),
                grant.expiresAt(),
                grant.reason(),
                Optional.of(who(grant.grantedBy(), names)),
                Optional.of(grant.grantedAt()));
    }

    private static Who who(PrincipalId id, Map<PrincipalId, Principal> names) {
        Optional<PrincipalRef.ByName> name =
                Optional.ofNullable(names.get(id)).map(found -> new PrincipalRef.ByName(found.type(), found.name()));
        return new Who(name, Optional.of(id));
    }
}
