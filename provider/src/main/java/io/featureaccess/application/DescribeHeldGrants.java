package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.application.port.MembershipOrigins;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.decision.Sleep;
import io.featureaccess.domain.grant.GrantTarget;
import io.featureaccess.domain.group.JoinedGroups;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts names to what one principal holds, and says what of it sleeps and how they came to hold it: four statements at most, however much it is. */
public final class DescribeHeldGrants {

    private final Directory directory;
    private final FactsReader reader;
    private final MembershipOrigins origins;

    public DescribeHeldGrants(Directory directory, FactsReader reader, MembershipOrigins origins) {
        this.directory = directory;
        this.reader = reader;
        this.origins = origins;
    }

    List<DescribedGrant> describe(Principal principal, List<HeldGrant> held, Instant now) {
        Map<PrincipalId, Principal> people = directory.find(peopleOf(held));
        Map<PrincipalId, Principal> creators = Creators.of(people.values(), directory);
        Set<NodeRef> nodes = held.stream().flatMap(one -> nodeOf(one).stream()).collect(Collectors.toSet());
        Optional<FactsReader.Loaded> loaded =
                nodes.isEmpty() ? Optional.empty() : Optional.of(reader.read(Set.of(principal.id()), nodes, now));
        boolean byGroups = held.stream().anyMatch(one -> one.via().isPresent());
        JoinedGroups joined = byGroups ? origins.of(principal.id()) : JoinedGroups.NONE;
        return held.stream()
                .map(one -> new DescribedGrant(
                        one.grant(),
                        one.path(),
                        Principals.reference(one.grant().principal(), people),
                        Optional.ofNullable(creators.get(one.grant().principal())),
                        Principals.reference(one.grant().grantedBy(), people),
                        sleep(one, principal.id(), loaded, now),
                        one.via(),
                        one.via().flatMap(joined::through)))
                .toList();
    }

    private static Optional<Sleep> sleep(
            HeldGrant held, PrincipalId principal, Optional<FactsReader.Loaded> loaded, Instant now) {
        return nodeOf(held)
                .map(node -> DescribeGrants.sleepOf(
                        held.grant(), loaded.orElseThrow().about(principal, node)))
                .orElseGet(() -> held.grant().expiredAt(now) ? Optional.of(Sleep.EXPIRED) : Optional.empty());
    }

    private static Set<PrincipalId> peopleOf(List<HeldGrant> held) {
        Set<PrincipalId> ids = new HashSet<>();
        held.forEach(one -> {
            ids.add(one.grant().principal());
            ids.add(one.grant().grantedBy());
        });
        return ids;
    }

    private static Optional<NodeRef> nodeOf(HeldGrant held) {
        return held.grant().target() instanceof GrantTarget.OnNode on
                ? Optional.of(NodeRef.of(on.node()))
                : Optional.empty();
    }
}
