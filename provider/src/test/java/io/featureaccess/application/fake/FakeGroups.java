package io.featureaccess.application.fake;

import io.featureaccess.application.port.Groups;
import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.group.Member;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The groups of a realm in memory, by their paths. */
public record FakeGroups(FakeRealm realm) implements Groups {

    private List<Principal> all() {
        return realm.directory()
                .search(Optional.of(PrincipalType.GROUP), Optional.empty(), PageRequest.ofFirst(PageRequest.LARGEST))
                .items();
    }

    @Override
    public Optional<Group> find(PrincipalId id) {
        return all().stream().filter(group -> group.id().equals(id)).findFirst().map(group -> {
            int slash = group.name().lastIndexOf('/');
            Optional<PrincipalId> parent = slash == 0
                    ? Optional.empty()
                    : Optional.of(realm.group(group.name().substring(0, slash)).id());
            return new Group(id, group.name(), group.name().substring(slash + 1), parent);
        });
    }

    @Override
    public Page<Group> list(Optional<String> text, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Member> members(PrincipalId group, Optional<String> text, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<PrincipalId> upwards(Set<PrincipalId> ids) {
        Set<PrincipalId> found = new HashSet<>();
        ids.forEach(id -> found.addAll(above(id)));
        return found;
    }

    private Set<PrincipalId> above(PrincipalId id) {
        Set<PrincipalId> found = new HashSet<>(Set.of(id));
        List<String> paths = new ArrayList<>(realm.directory().groupsOf(id));
        find(id).ifPresent(group -> paths.add(group.path()));
        all().stream()
                .filter(group -> paths.stream().anyMatch(path -> (path + "/").startsWith(group.name() + "/")))
                .forEach(group -> found.add(group.id()));
        return found;
    }

    @Override
    public Tree tree(PrincipalId id) {
        String path = find(id).orElseThrow().path();
        Set<PrincipalId> ids = new HashSet<>();
        all().stream()
                .filter(group -> (group.name() + "/").startsWith(path + "/"))
                .forEach(group -> ids.add(group.id()));
        return new Tree(ids, 0);
    }

    @Override
    public boolean isTaken(Optional<PrincipalId> parent, String name) {
        String path = parent.flatMap(this::find).map(Group::path).orElse("") + "/" + name;
        return all().stream().anyMatch(group -> group.name().equals(path));
    }

    @Override
    public void empty(Set<PrincipalId> ids) {}
}
