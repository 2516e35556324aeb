package io.featureaccess.keycloak.rest;

import io.featureaccess.domain.group.Group;
import io.featureaccess.domain.principal.PrincipalType;

/** @param parent the reference of the group that it lies in; absent at the top */
record GroupJson(String id, String reference, String path, String name, String parent) {

    static GroupJson of(Group group) {
        return new GroupJson(
                group.id().value(),
                group.reference(),
                group.path(),
                group.name(),
                group.parentPath()
                        .map(path -> PrincipalType.GROUP.id() + ":" + path)
                        .orElse(null));
    }
}
