package io.featureaccess.application.fake;

import io.featureaccess.application.port.Grants.HeldGrant;
import io.featureaccess.application.port.RoleShifts;
import io.featureaccess.domain.grant.Grant;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.PrincipalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Role shifts over the grants of a realm in memory. */
public record FakeRoleShifts(FakeRealm realm) implements RoleShifts {

    @Override
    public List<HeldGrant> between(
            Set<PrincipalId> principals, Set<PrincipalId> others, PrincipalId reader, int max, Instant at) {
        PageRequest all = PageRequest.ofFirst(PageRequest.LARGEST);
        return principals.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .flatMap(holder -> realm.grants().heldBy(holder, reader, false, all, at).stream()
                        .filter(held -> held.grant().principal().equals(holder)))
                .filter(held -> !held.grant().expiredAt(at))
                .filter(held ->
                        realm.grants().all().stream().noneMatch(kept -> repeats(kept, held.grant(), others, at)))
                .map(held -> new HeldGrant(held.grant(), held.path(), held.secret(), Optional.empty()))
                .limit(max)
                .toList();
    }

    private static boolean repeats(Grant kept, Grant grant, Set<PrincipalId> others, Instant at) {
        return others.contains(kept.principal())
                && !kept.expiredAt(at)
                && kept.target().equals(grant.target())
                && kept.role() == grant.role();
    }
}
