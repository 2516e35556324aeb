package io.featureaccess.application.fake;

import io.featureaccess.application.port.AccountTypes;
import io.featureaccess.application.port.Directory;
import io.featureaccess.application.port.MembershipOrigins;
import io.featureaccess.domain.group.JoinedGroups;
import io.featureaccess.domain.group.Membership;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.domain.rule.RuleMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Users, service accounts and groups in memory. */
public final class FakeDirectory implements Directory, AccountTypes, MembershipOrigins {

    private final Map<PrincipalId, Principal> principals = new LinkedHashMap<>();
    private final Map<PrincipalId, Set<PrincipalId>> memberships = new HashMap<>();
    /** By member and path; what is not here is by hand. */
    private final Map<PrincipalId, Map<String, Membership>> byRules = new HashMap<>();

    private final Map<PrincipalId, Principal> creators = new HashMap<>();
    private final Set<PrincipalId> disabled = new HashSet<>();
    private final Set<PrincipalId> admins = new HashSet<>();
    private final Set<PrincipalId> adminsByGroup = new HashSet<>();
    private final Map<String, PrincipalId> addresses = new HashMap<>();

    Principal principal(PrincipalType type, String name) {
        return named(type, name).orElseGet(() -> {
            PrincipalId id = new PrincipalId("id-of-" + name);
            Principal made = new Principal(id, type, name);
            principals.put(id, made);
            return made;
        });
    }

    Principal group(String path) {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            group(path.substring(0, slash));
        }
        return principal(PrincipalType.GROUP, path);
    }

    public void join(Principal member, Principal group) {
        memberships.computeIfAbsent(member.id(), id -> new LinkedHashSet<>()).add(group.id());
    }

    /** By the rules of a mapper, and by nobody's hand. */
    public void joinByRule(Principal member, Principal group, RuleMapper mapper) {
        join(member, group);
        byRules.computeIfAbsent(member.id(), id -> new HashMap<>())
                .put(group.name(), Membership.byRules(List.of(mapper)));
    }

    public void leave(Principal member, Principal group) {
        memberships.getOrDefault(member.id(), new HashSet<>()).remove(group.id());
    }

    public void disable(Principal principal) {
        disabled.add(principal.id());
    }

    public void remove(Principal principal) {
        principals.remove(principal.id());
        memberships.remove(principal.id());
    }

    /** Says who answers for a service account. */
    public void created(Principal account, Principal creator) {
        creators.put(account.id(), creator);
    }

    @Override
    public Map<PrincipalId, Principal> creators(Set<PrincipalId> ids) {
        return ids.stream().filter(creators::containsKey).collect(Collectors.toMap(id -> id, creators::get));
    }

    @Override
    public void makeAdmin(PrincipalId id) {
        admins.add(id);
    }

    /** Nothing is given by rules here. */
    @Override
    public boolean keepAdmin(PrincipalId id) {
        return false;
    }

    /** Makes an admin by a group, which is not taken where the role itself is. */
    public void makeAdminByGroup(PrincipalId id) {
        adminsByGroup.add(id);
    }

    @Override
    public void makePrincipal(PrincipalId id) {
        admins.remove(id);
    }

    /** Gives the user a verified address. */
    public void address(Principal user, String address) {
        addresses.put(address, user.id());
    }

    public boolean enabled(PrincipalId id) {
        return principals.containsKey(id) && !disabled.contains(id);
    }

    boolean hasMember(PrincipalId group) {
        String path = principals.get(group).name();
        return memberships.entrySet().stream()
                .filter(entry -> enabled(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(principals::get)
                .anyMatch(joined -> joined.name().equals(path) || joined.name().startsWith(path + "/"));
    }

    /** For a member, its groups and the groups they lie in; for a group, those it lies in. */
    List<Principal> groupsAbove(PrincipalId id) {
        List<Principal> direct = new ArrayList<>();
        memberships.getOrDefault(id, Set.of()).forEach(group -> direct.add(principals.get(group)));
        Optional.ofNullable(principals.get(id))
                .filter(principal -> principal.type() == PrincipalType.GROUP)
                .ifPresent(direct::add);
        Set<Principal> all = new LinkedHashSet<>();
        for (Principal group : direct) {
            for (int end = group.name().length(); end > 0; end = group.name().lastIndexOf('/', end - 1)) {
                named(PrincipalType.GROUP, group.name().substring(0, end)).ifPresent(all::add);
            }
        }
        return all.stream().filter(group -> !group.id().equals(id)).toList();
    }

    @Override
    public Map<PrincipalRef, Principal> resolve(Set<PrincipalRef> references) {
        Map<PrincipalRef, Principal> found = new LinkedHashMap<>();
        references.forEach(reference -> one(reference).ifPresent(principal -> found.put(reference, principal)));
        return found;
    }

    @Override
    public Map<PrincipalId, Principal> find(Set<PrincipalId> ids) {
        return ids.stream().filter(principals::containsKey).collect(Collectors.toMap(id -> id, principals::get));
    }

    @Override
    public Page<Principal> search(Optional<PrincipalType> type, Optional<String> text, PageRequest page) {
        List<Principal> found = principals.values().stream()
                .filter(principal -> type.isEmpty() || principal.type() == type.get())
                .filter(principal -> text.isEmpty()
                        || principal
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .contains(text.get().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(Principal::name))
                .toList();
        return new Page<>(found.stream().skip(page.first()).limit(page.max()).toList(), OptionalLong.of(found.size()));
    }

    @Override
    public boolean isAdmin(PrincipalId id) {
        return admins.contains(id) || adminsByGroup.contains(id);
    }

    @Override
    public Set<PrincipalId> admins(Set<PrincipalId> ids) {
        return ids.stream().filter(this::isAdmin).collect(Collectors.toSet());
    }

    @Override
    public boolean hasAdminBeside(PrincipalId id) {
        return principals.keySet().stream().anyMatch(other -> isAdmin(other) && !other.equals(id) && enabled(other));
    }

    @Override
    public List<String> groupsOf(PrincipalId id) {
        return memberships.getOrDefault(id, Set.of()).stream()
                .map(group -> principals.get(group).name())
                .sorted()
                .toList();
    }

    @Override
    public Map<PrincipalId, JoinedGroups> of(Set<PrincipalId> members) {
        return members.stream().collect(Collectors.toMap(id -> id, id -> {
            TreeMap<String, Membership> byPath = new TreeMap<>();
            groupsOf(id)
                    .forEach(path -> byPath.put(
                            path, byRules.getOrDefault(id, Map.of()).getOrDefault(path, Membership.BY_HAND)));
            return new JoinedGroups(byPath);
        }));
    }

    private Optional<Principal> one(PrincipalRef reference) {
        if (reference instanceof PrincipalRef.ByName byName) {
            return named(byName.type(), byName.name());
        }
        if (reference instanceof PrincipalRef.ById byId) {
            return Optional.ofNullable(principals.get(byId.id()));
        }
        return Optional.ofNullable(addresses.get(((PrincipalRef.ByEmail) reference).address()))
                .map(principals::get);
    }

    private Optional<Principal> named(PrincipalType type, String name) {
        return principals.values().stream()
                .filter(principal ->
                        principal.type() == type && principal.name().equals(name))
                .findFirst();
    }
}
