package io.featureaccess.application.transfer;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.port.AuthorizationResources;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.node.Node;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.transfer.ImportReport;
import io.featureaccess.domain.transfer.Numbered;
import io.featureaccess.domain.transfer.TransferLine;
import io.featureaccess.domain.transfer.TransferLine.GrantLine;
import io.featureaccess.domain.transfer.TransferLine.NodeLine;
import io.featureaccess.domain.transfer.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one batch of lines after the other, each by a fixed number of statements. */
final class BatchImport {

    private final Directory directory;
    private final NodeImport nodeImport;
    private final GrantImport grantImport;
    private final boolean sameRealm;

    /** Where grants at the beginning of the next batch may belong: the last node so far. */
    private Map<NodePath, NodeId> lastPlace = Map.of();

    BatchImport(Transfers transfers, AuthorizationResources resources, Directory directory, AuditTrail trail, Run run) {
        this.directory = directory;
        this.nodeImport = new NodeImport(transfers, resources, trail, run);
        this.grantImport = new GrantImport(transfers, run);
        this.sameRealm = run.sameRealm();
    }

    ImportReport write(List<Numbered<TransferLine>> batch) {
        PrincipalMapping principals = PrincipalMapping.read(directory, everybodyIn(batch), sameRealm);
        NodeImport.Written written = nodeImport.write(Numbered.only(NodeLine.class, batch), principals);
        Map<NodePath, NodeId> places = new HashMap<>(lastPlace);
        for (Node node : written.nodes()) {
            places.put(node.path(), node.id());
            lastPlace = Map.of(node.path(), node.id());
        }
        ImportReport ofGrants = grantImport.write(Numbered.only(GrantLine.class, batch), principals, places);
        return new ImportReport(written.count(), ImportReport.Count.NONE, 0).plus(ofGrants);
    }

    private static List<Who> everybodyIn(List<Numbered<TransferLine>> batch) {
        List<Who> everybody = new ArrayList<>();
        for (Numbered<TransferLine> numbered : batch) {
            if (numbered.line() instanceof NodeLine node) {
                node.createdBy().ifPresent(everybody::add);
            } else if (numbered.line() instanceof GrantLine grant) {
                everybody.add(grant.principal());
                grant.grantedBy().ifPresent(everybody::add);
            }
        }
        return everybody;
    }
}
