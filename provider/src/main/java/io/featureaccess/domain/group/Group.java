package io.featureaccess.domain.group;

import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalType;
import java.util.Objects;
import java.util.Optional;

/**
 * A group of users and service accounts.
 *
 * @param path from its root group down, beginning with {@code /}
 * @param name the last part of the path; groups made elsewhere may have a slash in it
 * @param parent the group that it lies in; empty at the top
 */
public record Group(PrincipalId id, String path, String name, Optional<PrincipalId> parent) {

    public Group {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(path, "path is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(parent, "parent is null");
    }

    /** The group as somebody to whom roles can be granted. */
    public Principal principal() {
        return new Principal(id, PrincipalType.GROUP, path);
    }

    public String reference() {
        return principal().reference();
    }

    /** The path of the group that it lies in; empty at the top. */
    public Optional<String> parentPath() {
        return parent.map(lies -> path.substring(0, path.length() - name.length() - 1));
    }

    /** The same group by another name, or in another place. */
    public Group renamed(String newName, Optional<Group> newParent) {
        return new Group(id, newParent.map(Group::path).orElse("") + "/" + newName, newName, newParent.map(Group::id));
    }
}
