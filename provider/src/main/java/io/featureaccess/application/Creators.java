package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the creators of service accounts wherever these are listed: what they may do, their creators in effect may do. */
final class Creators {

    private Creators() {}

    /** By one statement; by none where there is no service account among them. */
    static Map<PrincipalId, Principal> of(Collection<Principal> listed, Directory directory) {
        Set<PrincipalId> accounts = listed.stream()
                .filter(principal -> principal.type() == PrincipalType.SERVICE_ACCOUNT)
                .map(Principal::id)
                .collect(Collectors.toSet());
        return accounts.isEmpty() ? Map.of() : directory.creators(accounts);
    }
}
