package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.keycloak.spi.DecisionMemo;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.IdentityPrincipals;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.ResourceServer;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.idm.authorization.Permission;
import org.keycloak.representations.idm.authorization.PermissionTicketToken;

/** What the grants permit of one request, as permissions for stock evaluation to go through once more. */
final class UmaAnswer {

    private static final Logger LOG = Logger.getLogger(UmaAnswer.class);

    private final KeycloakSession session;
    private final EventBuilder event;
    private final UmaRefusals refusals;
    private final DecidedTokens tokens;

    UmaAnswer(KeycloakSession session, EventBuilder event, UmaRefusals refusals, DecidedTokens tokens) {
        this.session = session;
        this.event = event;
        this.refusals = refusals;
        this.tokens = tokens;
    }

    /**
     * What stock evaluation will ask for once it knows the identity. What is wrong with the request is said then too, before
     * any node is looked up, so that the event names who sent it.
     *
     * @param sent the names of all parameters as sent
     * @param rpt the earlier RPT to add to, or null
     */
    PermissionTicketToken permissions(UmaForm form, Set<String> sent, UmaTarget target, AccessToken rpt) {
        target.ticket().filter(ticket -> !ticket.isActive()).ifPresent(ticket -> {
            throw refusals.inactiveTicket();
        });
        DecidedPermissions permissions = new DecidedPermissions(() -> {
            try {
                form.requireAllOf(sent);
                return decided(form, target, rpt);
            } catch (DomainProblem problem) {
                throw refusals.of(problem);
            }
        });
        target.ticket().ifPresent(ticket -> permissions.setClaims(ticket.getClaims()));
        return permissions;
    }

    private List<Permission> decided(UmaForm form, UmaTarget target, AccessToken rpt) {
        List<Asked> asked = form.asked(target.ticket().orElse(null), rpt != null);
        OptionalInt limit = form.limit();
        String identity = event.getEvent().getUserId();
        PrincipalId principal = IdentityPrincipals.find(session, identity).orElseThrow(refusals::denied);
        Permitted all = decide(principal, asked, EarlierRpt.permissions(rpt), limit);
        if (rpt != null && !asked.stream().allMatch(all::covers)) {
            throw refusals.denied();
        }
        Permitted permitted = (limit.isPresent() ? all.first(limit.getAsInt()) : all).only(withResource(target));
        if (permitted.isEmpty()) {
            throw refusals.denied();
        }
        DecisionMemo.remember(session, identity, permitted.actions());
        tokens.endAt(permitted.until());
        return permitted.entries().stream()
                .map(entry -> new Permission(entry.id().value(), entry.scopes()))
                .toList();
    }

    private Permitted decide(PrincipalId principal, List<Asked> asked, List<Asked> earlier, OptionalInt limit) {
        FeatureAccessProvider access = session.getProvider(FeatureAccessProvider.class);
        int most = UmaSettings.of(session.getContext().getRealm()).maxPermissions();
        return new UmaDecision(access.decisions(), principal).decide(asked, earlier, limit, most);
    }

    /** A node whose resource somebody deleted cannot be in a token until it is written again. */
    private Predicate<Permitted.Entry> withResource(UmaTarget target) {
        StoreFactory stores = session.getProvider(AuthorizationProvider.class).getStoreFactory();
        ResourceServer server =
                stores.getResourceServerStore().findByClient(target.client().orElseThrow());
        return entry -> {
            boolean there =
                    stores.getResourceStore().findById(server, entry.id().value()) != null;
            if (!there) {
                LOG.warnf("Node %s has lost its resource: permissions for it cannot be given", entry.id());
            }
            return there;
        };
    }
}
