package io.featureaccess.domain.request;

import io.featureaccess.domain.node.NodeKind;
import io.featureaccess.domain.node.WorkspaceSettings;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.domain.role.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an answer may give: what was asked for or less, and never for longer. */
public final class GivenTerms {

    private GivenTerms() {}

    /** @throws DomainProblem {@code malformed-value} on {@code role} or {@code expiresAt} where it is more than was asked for */
    public static Terms of(Terms asked, WantedAnswer answer, NodeKind kind, WorkspaceSettings settings) {
        Role role = answer.role().orElse(asked.role());
        if (!isWithin(role, asked.role(), kind, settings)) {
            throw DomainProblem.notOneOf("role", role.id(), within(asked.role(), kind, settings));
        }
        Optional<Instant> end = answer.expiresAt().or(asked::expiresAt);
        Terms given = new Terms(role, end);
        if (given.outlasts(asked)) {
            throw DomainProblem.malformed("expiresAt", "it is no later than the end that was asked for");
        }
        return given;
    }

    /** The same role until the later of two ends: an answer never shortens a grant that exists. */
    public static Terms noShorterThan(Terms given, Optional<Terms> held) {
        return held.filter(terms -> terms.outlasts(given)).orElse(given);
    }

    private static List<String> within(Role asked, NodeKind kind, WorkspaceSettings settings) {
        return Arrays.stream(Role.values())
                .filter(role -> isWithin(role, asked, kind, settings))
                .sorted(Role.STRONGEST_FIRST)
                .map(Role::id)
                .toList();
    }

    private static boolean isWithin(Role role, Role asked, NodeKind kind, WorkspaceSettings settings) {
        return asked.actionsOn(kind, settings).containsAll(role.actionsOn(kind, settings));
    }
}
