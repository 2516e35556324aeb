package io.featureaccess.application.transfer;

import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.transfer.Who;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who the principals of some lines are in this realm. An id that this realm knows wins, also after a rename. A name counts
 * only where the lines come from another realm, or have no id: in the realm they come from, whoever bears the name of
 * somebody who is gone inherits nothing.
 */
final class PrincipalMapping {

    private final Map<PrincipalId, Principal> byId;
    private final Map<PrincipalRef, Principal> byName;

    private PrincipalMapping(Map<PrincipalId, Principal> byId, Map<PrincipalRef, Principal> byName) {
        this.byId = byId;
        this.byName = byName;
    }

    /** Reads all of them at once. */
    static PrincipalMapping read(Directory directory, List<Who> all, boolean sameRealm) {
        Set<PrincipalId> ids = new HashSet<>();
        Set<PrincipalRef> names = new HashSet<>();
        for (Who who : all) {
            who.id().ifPresent(ids::add);
            if (who.id().isEmpty() || !sameRealm) {
                who.reference().ifPresent(names::add);
            }
        }
        return new PrincipalMapping(
                ids.isEmpty() ? Map.of() : directory.find(ids), names.isEmpty() ? Map.of() : directory.resolve(names));
    }

    Optional<Principal> principal(Who who) {
        return who.id().map(byId::get).or(() -> who.reference().map(byName::get));
    }
}
