package io.featureaccess.domain.principal;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;

/** The three types of principal, as Tecton has them. */
public enum PrincipalType {
    USER("user"),
    SERVICE_ACCOUNT("service-account"),
    GROUP("group");

    private final String id;

    PrincipalType(String id) {
        this.id = id;
    }

    /** The prefix of references and the word in JSON. */
    public String id() {
        return id;
    }

    /** @throws DomainProblem {@code malformed-value}, naming the types there are */
    public static PrincipalType parse(String text) {
        return Arrays.stream(values())
                .filter(type -> type.id.equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf("type", text, ids()));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(PrincipalType::id).toList();
    }
}
