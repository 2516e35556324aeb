package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.MailPreferences;
import io.featureaccess.application.port.MembershipOrigins;
import io.featureaccess.domain.account.Me;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.Optional;
import java.util.Set;

/** Tells a caller about themself. */
public final class WhoAmI {

    private final Directory directory;
    private final MembershipOrigins origins;
    private final MailPreferences preferences;

    public WhoAmI(Directory directory, MembershipOrigins origins, MailPreferences preferences) {
        this.directory = directory;
        this.origins = origins;
        this.preferences = preferences;
    }

    /** @throws DomainProblem {@code not-found} where the caller was removed a moment ago */
    public Me tell(Caller caller) {
        PrincipalId id = caller.principal();
        Principal principal = Optional.ofNullable(directory.find(Set.of(id)).get(id))
                .orElseThrow(() -> DomainProblem.notFound("principal"));
        return new Me(principal, directory.isAdmin(id), origins.of(id), preferences.isOn(id));
    }
}
