package io.featureaccess.domain.decision;

import java.util.Objects;

/**
 * Why a decision is what it is.
 *
 * @param text a sentence for people, which names nothing that its reader cannot see
 */
public record Reason(Code code, String text) {

    public Reason {
        Objects.requireNonNull(code, "code is null");
        Objects.requireNonNull(text, "text is null");
    }

    /** Stable codes, for programs. */
    public enum Code {
        ROLE("role"),
        UNLOCKED("unlocked"),
        ADMIN("admin"),
        BREAK_GLASS("break-glass"),
        /** There is no such node, or the asker cannot see it: one answer for both. */
        NO_SUCH_NODE("no-such-node"),
        /** The action does not exist on that kind of node. */
        NOT_APPLICABLE("not-applicable"),
        NO_GRANT("no-grant"),
        /** Roles are held that do not contain the action. */
        ROLE_TOO_WEAK("role-too-weak"),
        SLEEPING("sleeping"),
        EXPIRED("expired"),
        SECRET("secret"),
        /** Nobody sees the node without a role, and none that shows it is held. */
        LOCKED("locked"),
        DISABLED("disabled");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
