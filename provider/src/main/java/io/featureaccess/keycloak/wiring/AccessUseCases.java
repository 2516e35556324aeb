package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.AnswerChecks;
import io.featureaccess.application.ListHeldGrants;
import io.featureaccess.application.ShowAccess;
import io.featureaccess.domain.access.Check;
import io.featureaccess.domain.access.DescribedGrant;
import io.featureaccess.domain.access.PrincipalAccess;
import io.featureaccess.domain.decision.Decision;
import io.featureaccess.domain.node.NodeRef;
import io.featureaccess.domain.page.Page;
import io.featureaccess.domain.page.PageRequest;
import io.featureaccess.domain.principal.Caller;
import io.featureaccess.domain.principal.PrincipalRef;
import io.featureaccess.domain.principal.PrincipalType;
import io.featureaccess.keycloak.spi.AccessApi;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@link AccessApi} by the use cases.
 *
 * @param answered told of the decisions that were given
 */
record AccessUseCases(ShowAccess show, ListHeldGrants held, AnswerChecks checks, Consumer<List<Decision>> answered)
        implements AccessApi {

    @Override
    public PrincipalAccess of(Caller caller, NodeRef node, PrincipalRef principal) {
        return show.of(caller, node, principal);
    }

    @Override
    public Page<PrincipalAccess> ofEveryone(
            Caller caller, NodeRef node, Optional<PrincipalType> type, Optional<String> name, PageRequest page) {
        return show.ofEveryone(caller, node, type, name, page);
    }

    @Override
    public List<DescribedGrant> heldBy(Caller caller, PrincipalRef principal, PageRequest page) {
        return held.list(caller, principal, page);
    }

    @Override
    public List<Decision> answer(Caller caller, List<Check> asked) {
        List<Decision> decisions = checks.answer(caller, asked);
        answered.accept(decisions);
        return decisions;
    }
}
