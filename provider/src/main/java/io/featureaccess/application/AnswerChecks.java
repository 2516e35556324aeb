package io.featureaccess.application;

import io.featureaccess.domain.access.Check;
import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.decision.Question;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.Principal;
import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.problem.DomainProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what services and screens ask, by at most one statement for whom they mean and one for the facts. */
public final class AnswerChecks {

    private final Principals principals;
    private final Decide decide;

    public AnswerChecks(Principals principals, Decide decide) {
        this.principals = principals;
        this.decide = decide;
    }

    /**
     * @param checks at most {@link Check#MOST}
     * @return the decisions in the order of the checks, as the caller may read them
     * @throws DomainProblem {@code too-many}, {@code unknown-principal}, {@code ambiguous-principal}; {@code forbidden} about
     *     others on a node that the caller sees without {@code view-access}
     */
    public List<Decision> answer(Caller caller, List<Check> checks) {
        if (checks.size() > Check.MOST) {
            throw DomainProblem.tooMany("checks", Check.MOST);
        }
        List<PrincipalRef> others =
                checks.stream().flatMap(check -> check.principal().stream()).toList();
        Map<PrincipalRef, Principal> people = others.isEmpty() ? Map.of() : principals.require(others);
        return decide.decideFor(
                caller,
                checks.stream()
                        .map(check -> new Question(
                                about(check.principal(), people, caller), check.action(), NodeRef.of(check.node())))
                        .toList());
    }

    private static PrincipalId about(
            Optional<PrincipalRef> reference, Map<PrincipalRef, Principal> people, Caller caller) {
        return reference.map(people::get).map(Principal::id).orElse(caller.principal());
    }
}
