package io.featureaccess.domain.principal;

import io.featureaccess.domain.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;

/** What a user or service account is on the platform, apart from any node: it says who administers it. */
public enum AccountType {
    ADMIN("admin"),
    PRINCIPAL("principal");

    private final String id;

    AccountType(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static AccountType of(boolean admin) {
        return admin ? ADMIN : PRINCIPAL;
    }

    /** @throws DomainProblem {@code malformed-value}, naming the types there are */
    public static AccountType parse(String text) {
        return Arrays.stream(values())
                .filter(type -> type.id.equals(text))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notOneOf("accountType", text, ids()));
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(AccountType::id).toList();
    }
}
