package io.featureaccess.application.transfer;

import io.featureaccess.application.port.Directory;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people of a realm; {@code grace} is its admin, and in the group {@code /platform/on-call}. */
final class MemoryDirectory implements Directory {

    private final List<Principal> principals = new ArrayList<>();

    /** Ids begin with this, so that two realms' people differ. */
    MemoryDirectory(String idPrefix, String... users) {
        for (String user : users) {
            principals.add(new Principal(new PrincipalId(idPrefix + user), PrincipalType.USER, user));
        }
        principals.add(new Principal(new PrincipalId(idPrefix + "platform"), PrincipalType.GROUP, "/platform"));
    }

    PrincipalId id(String name) {
        return principals.stream()
                .filter(principal -> principal.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    void remove(String name) {
        principals.removeIf(principal -> principal.name().equals(name));
    }

    void add(String id, String user) {
        principals.add(new Principal(new PrincipalId(id), PrincipalType.USER, user));
    }

    @Override
    public Map<PrincipalRef, Principal> resolve(Set<PrincipalRef> references) {
        Map<PrincipalRef, Principal> found = new HashMap<>();
        principals.stream()
                .filter(principal -> references.contains(new PrincipalRef.ByName(principal.type(), principal.name())))
                .forEach(
                        principal -> found.put(new PrincipalRef.ByName(principal.type(), principal.name()), principal));
        return found;
    }

    @Override
    public Map<PrincipalId, Principal> find(Set<PrincipalId> ids) {
        Map<PrincipalId, Principal> found = new HashMap<>();
        principals.stream()
                .filter(principal -> ids.contains(principal.id()))
                .forEach(principal -> found.put(principal.id(), principal));
        return found;
    }

    @Override
    public boolean isAdmin(PrincipalId id) {
        return id.equals(id("grace"));
    }

    @Override
    public List<String> groupsOf(PrincipalId id) {
        return isAdmin(id) ? List.of("/platform/on-call") : List.of();
    }

    @Override
    public Page<Principal> search(Optional<PrincipalType> type, Optional<String> text, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<PrincipalId, Principal> creators(Set<PrincipalId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<PrincipalId> admins(Set<PrincipalId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasAdminBeside(PrincipalId id) {
        throw new UnsupportedOperationException();
    }
}
