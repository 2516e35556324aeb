package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.grant.GrantOrder;
import io.featureaccess.domain.grant.WantedGrant;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is meant by references, or the refusal that names the first that means nobody. */
public final class Principals {

    private final Directory directory;

    public Principals(Directory directory) {
        this.directory = directory;
    }

    /** @throws DomainProblem {@code unknown-principal}, {@code ambiguous-principal} */
    Map<PrincipalRef, Principal> require(Collection<PrincipalRef> references) {
        Map<PrincipalRef, Principal> found = directory.resolve(new LinkedHashSet<>(references));
        Optional<PrincipalRef> missing = references.stream()
                .filter(reference -> !found.containsKey(reference))
                .findFirst();
        if (missing.isPresent()) {
            throw DomainProblem.unknownPrincipal(missing.get().toString());
        }
        return found;
    }

    Principal require(PrincipalRef reference) {
        return require(List.of(reference)).get(reference);
    }

    /**
     * The wanted grants with the principals they mean.
     *
     * @throws DomainProblem {@code unknown-principal}, {@code ambiguous-principal}, {@code principal-mismatch}
     */
    List<GrantOrder> orders(List<WantedGrant> wanted) {
        Map<PrincipalRef, Principal> found =
                require(wanted.stream().map(WantedGrant::principal).toList());
        return wanted.stream()
                .map(grant -> order(grant, found.get(grant.principal())))
                .toList();
    }

    private static GrantOrder order(WantedGrant wanted, Principal principal) {
        if (wanted.principalId().filter(id -> !id.equals(principal.id())).isPresent()) {
            throw DomainProblem.principalMismatch(wanted.principal().toString());
        }
        return GrantOrder.of(wanted, principal);
    }

    /** How somebody is written who may be gone. */
    static String reference(PrincipalId id, Map<PrincipalId, Principal> known) {
        return Optional.ofNullable(known.get(id)).map(Principal::reference).orElse("id:" + id);
    }
}
