package io.featureaccess.application;

import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.access.ListedPrincipal;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.AccountType;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The users, service accounts and groups there are: everyone may look for whom to give access, or to ask. */
public final class ListPrincipals {

    private final Directory directory;

    public ListPrincipals(Directory directory) {
        this.directory = directory;
    }

    public Page<ListedPrincipal> list(
            Caller caller, Optional<PrincipalType> type, Optional<String> text, PageRequest request) {
        Page<Principal> page = directory.search(type, text, request);
        Map<PrincipalId, Principal> creators = Creators.of(page.items(), directory);
        if (page.items().isEmpty() || !directory.isAdmin(caller.principal())) {
            return page.map(principal -> listed(principal, Optional.empty(), creators));
        }
        Set<PrincipalId> admins =
                directory.admins(page.items().stream().map(Principal::id).collect(Collectors.toSet()));
        return page.map(principal -> listed(principal, typeOf(principal, admins), creators));
    }

    private static ListedPrincipal listed(
            Principal principal, Optional<AccountType> type, Map<PrincipalId, Principal> creators) {
        return new ListedPrincipal(principal, type, Optional.ofNullable(creators.get(principal.id())));
    }

    private static Optional<AccountType> typeOf(Principal principal, Set<PrincipalId> admins) {
        return principal.type() == PrincipalType.GROUP
                ? Optional.empty()
                : Optional.of(AccountType.of(admins.contains(principal.id())));
    }
}
