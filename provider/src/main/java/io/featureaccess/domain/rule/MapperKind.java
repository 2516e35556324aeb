package io.featureaccess.domain.rule;

import java.util.Arrays;
import java.util.List;

/** The two mappers whose rules these are, by the protocol of the identity provider they belong to. */
public enum MapperKind {
    OIDC("feature-access-oidc-rules"),
    SAML("feature-access-saml-rules");

    private final String id;

    MapperKind(String id) {
        this.id = id;
    }

    /** What the server knows it by, also in a realm's JSON. */
    public String id() {
        return id;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(MapperKind::id).toList();
    }
}
