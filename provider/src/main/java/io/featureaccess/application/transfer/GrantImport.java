package io.featureaccess.application.transfer;

import io.featureaccess.application.port.Transfers;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.grant.GrantId;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.node.NodeId;
import io.featureaccess.domain.node.NodePath;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import io.featureaccess.domain.transfer.ImportReport;
import io.featureaccess.domain.transfer.Numbered;
import io.featureaccess.domain.transfer.TransferLine.GrantLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the grants of a batch: a principal has a role in a place once, so a line finds the grant it stands for. */
final class GrantImport {

    private final Transfers transfers;
    private final Run run;

    GrantImport(Transfers transfers, Run run) {
        this.transfers = transfers;
        this.run = run;
    }

    /** What a principal has once or not at all. */
    private record Holding(GrantTarget target, PrincipalId principal, Role role) {
        static Holding of(Grant grant) {
            return new Holding(grant.target(), grant.principal(), grant.role());
        }
    }

    private record Wanted(Numbered<GrantLine> line, Principal principal) {}

    /** @param places the ids of the nodes that the lines name */
    ImportReport write(List<Numbered<GrantLine>> lines, PrincipalMapping principals, Map<NodePath, NodeId> places) {
        if (lines.isEmpty()) {
            return ImportReport.NOTHING;
        }
        Map<Holding, Wanted> wanted = new LinkedHashMap<>();
        long passedOver = 0;
        for (Numbered<GrantLine> line : lines) {
            Optional<Principal> principal = line.checking(() -> principal(line.line(), principals));
            principal.ifPresent(found -> wanted.put(holding(line.line(), found, places), new Wanted(line, found)));
            passedOver += principal.isPresent() ? 0 : 1;
        }
        ImportReport.Count written = write(wanted, principals);
        long unchanged = lines.size() - passedOver - written.added() - written.changed();
        return new ImportReport(
                ImportReport.Count.NONE,
                new ImportReport.Count(written.added(), written.changed(), unchanged),
                passedOver);
    }

    private ImportReport.Count write(Map<Holding, Wanted> wanted, PrincipalMapping principals) {
        Map<Holding, Grant> existing = existing(wanted.keySet());
        Set<GrantId> taken = takenIds(wanted);
        List<Grant> added = new ArrayList<>();
        List<Grant> changed = new ArrayList<>();
        wanted.forEach((holding, want) -> {
            Grant there = existing.get(holding);
            if (there == null) {
                added.add(newGrant(holding, want, taken, principals));
            } else {
                GrantLine line = want.line().line();
                Grant as = there.ending(line.expiresAt(), line.reason());
                if (!as.equals(there)) {
                    changed.add(as);
                }
            }
        });
        transfers.addGrants(added);
        transfers.updateGrants(changed, run.startedAt());
        return new ImportReport.Count(added.size(), changed.size(), 0);
    }

    private Optional<Principal> principal(GrantLine line, PrincipalMapping principals) {
        Optional<Principal> found = principals.principal(line.principal());
        if (found.isEmpty() && !run.options().passOverUnknownPrincipals()) {
            throw DomainProblem.unknownPrincipal(line.principal().toString());
        }
        return found;
    }

    private static Holding holding(GrantLine line, Principal principal, Map<NodePath, NodeId> places) {
        GrantTarget target =
                line.node().map(path -> GrantTarget.node(places.get(path))).orElseGet(GrantTarget::allWorkspaces);
        return new Holding(target, principal.id(), line.role());
    }

    private Map<Holding, Grant> existing(Set<Holding> wanted) {
        Set<GrantTarget> targets = wanted.stream().map(Holding::target).collect(Collectors.toSet());
        Set<PrincipalId> principals = wanted.stream().map(Holding::principal).collect(Collectors.toSet());
        Map<Holding, Grant> existing = new HashMap<>();
        transfers.grants(targets, principals).forEach(grant -> existing.put(Holding.of(grant), grant));
        return existing;
    }

    private Set<GrantId> takenIds(Map<Holding, Wanted> wanted) {
        Set<GrantId> ids = wanted.values().stream()
                .flatMap(want -> want.line().line().id().stream())
                .collect(Collectors.toSet());
        return new HashSet<>(ids.isEmpty() ? Set.of() : transfers.takenGrantIds(ids));
    }

    private Grant newGrant(Holding holding, Wanted want, Set<GrantId> taken, PrincipalMapping principals) {
        want.line().checking(() -> run.selfAccess().requireReasonFor(want.principal()));
        GrantLine line = want.line().line();
        PrincipalId by = line.grantedBy()
                .flatMap(principals::principal)
                .map(Principal::id)
                .orElse(run.caller().principal());
        return new Grant(
                line.id().filter(taken::add).orElseGet(GrantId::random),
                holding.target(),
                holding.principal(),
                holding.role(),
                line.origin(),
                line.expiresAt(),
                line.reason(),
                by,
                line.grantedAt().orElse(run.startedAt()));
    }
}
