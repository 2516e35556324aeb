package io.featureaccess.application;

import io.featureaccess.application.GrantSites.Site;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.decision.Access;
import io.featureaccess.domain.decision.Facts;
import io.featureaccess.domain.decision.Sleep;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts names to the grants of one place, and says which of them sleep: three statements at most, however many there are. */
public final class DescribeGrants {

    private final Directory directory;
    private final FactsReader reader;
    private final Clock clock;

    public DescribeGrants(Directory directory, FactsReader reader, Clock clock) {
        this.directory = directory;
        this.reader = reader;
        this.clock = clock;
    }

    List<DescribedGrant> describe(Site site, List<Grant> grants) {
        if (grants.isEmpty()) {
            return List.of();
        }
        Map<PrincipalId, Principal> people = peopleOf(grants);
        Map<PrincipalId, Principal> creators = Creators.of(people.values(), directory);
        Function<Grant, Optional<Sleep>> sleep = sleepAt(site, grants);
        return grants.stream()
                .map(grant -> new DescribedGrant(
                        grant,
                        site.path(),
                        Principals.reference(grant.principal(), people),
                        Optional.ofNullable(creators.get(grant.principal())),
                        Principals.reference(grant.grantedBy(), people),
                        sleep.apply(grant),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }

    private Map<PrincipalId, Principal> peopleOf(List<Grant> grants) {
        Set<PrincipalId> ids = new HashSet<>();
        grants.forEach(grant -> {
            ids.add(grant.principal());
            ids.add(grant.grantedBy());
        });
        return directory.find(ids);
    }

    /** All workspaces are no node, about which facts could be read: there, a grant sleeps only by its end. */
    private Function<Grant, Optional<Sleep>> sleepAt(Site site, List<Grant> grants) {
        if (site.node().isEmpty()) {
            return grant -> grant.expiredAt(clock.instant()) ? Optional.of(Sleep.EXPIRED) : Optional.empty();
        }
        NodeRef node = NodeRef.of(site.node().get().node().id());
        Set<PrincipalId> holders = grants.stream().map(Grant::principal).collect(Collectors.toSet());
        FactsReader.Loaded loaded = reader.read(holders, Set.of(node), clock.instant());
        return grant -> sleepOf(grant, loaded.about(grant.principal(), node));
    }

    static Optional<Sleep> sleepOf(Grant grant, Facts facts) {
        return Access.of(facts).roles().stream()
                .filter(role -> role.source().grant().equals(grant.id()))
                .flatMap(role -> role.sleep().stream())
                .findFirst();
    }
}
