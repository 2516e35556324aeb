package io.featureaccess.keycloak.uma;

import io.featureaccess.domain.principal.PrincipalId;
import io.featureaccess.domain.problem.DomainProblem;
import io.featureaccess.keycloak.spi.DecisionMemo;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.IdentityPrincipals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

/** What the grants permit of one request to whoever its event names. */
final class UmaAnswer {

    private static final Logger LOG = Logger.getLogger(UmaAnswer.class);

    private final KeycloakSession session;
    private final EventBuilder event;
    private final UmaRefusals refusals;
    private final UmaRequest request;

    private String decidedFor = "";
    private Permitted permitted;

    UmaAnswer(KeycloakSession session, EventBuilder event, UmaRefusals refusals, UmaRequest request) {
        this.session = session;
        this.event = event;
        this.refusals = refusals;
        this.request = request;
    }

    /**
     * What stock evaluation will ask for once it knows the identity. What is wrong with the request is said then too, before
     * any node is looked up, so that the event names who sent it.
     *
     * @param tokens told when what they write down ends
     */
    PermissionTicketToken permissions(DecidedTokens tokens) {
        Optional<PermissionTicketToken> ticket = request.target().ticket();
        ticket.filter(given -> !given.isActive()).ifPresent(given -> {
            throw refusals.inactiveTicket();
        });
        DecidedPermissions permissions = new DecidedPermissions(() -> permissions(permitted(), tokens));
        ticket.ifPresent(given -> permissions.setClaims(given.getClaims()));
        return permissions;
    }

    private List<Permission> permissions(Permitted permitted, DecidedTokens tokens) {
        DecisionMemo.remember(session, event.getEvent().getUserId(), permitted.actions());
        tokens.endAt(permitted.until());
        return permitted.entries().stream()
                .map(entry -> new Permission(entry.id().value(), entry.scopes()))
                .toList();
    }

    /** Never nothing, which is refused. It is decided once for an identity, however often it is asked for. */
    Permitted permitted() {
        String identity = event.getEvent().getUserId();
        if (permitted == null || !decidedFor.equals(identity)) {
            try {
                request.form().requireAllOf();
                permitted = decided(identity);
                decidedFor = identity;
            } catch (DomainProblem problem) {
                throw refusals.of(problem);
            }
        }
        return permitted;
    }

    private Permitted decided(String identity) {
        AccessToken rpt = request.rpt();
        List<Asked> asked = request.form().asked(request.target().ticket().orElse(null), rpt != null);
        OptionalInt limit = request.form().limit();
        PrincipalId principal = IdentityPrincipals.find(session, identity).orElseThrow(refusals::denied);
        Permitted all = decide(principal, asked, EarlierRpt.permissions(rpt), limit);
        if (rpt != null && !asked.stream().allMatch(all::covers)) {
            throw refusals.denied();
        }
        Permitted some = (limit.isPresent() ? all.first(limit.getAsInt()) : all).only(withResource());
        if (some.isEmpty()) {
            throw refusals.denied();
        }
        return some;
    }

    private Permitted decide(PrincipalId principal, List<Asked> asked, List<Asked> earlier, OptionalInt limit) {
        FeatureAccessProvider access = session.getProvider(FeatureAccessProvider.class);
        int most = UmaSettings.of(session.getContext().getRealm()).maxPermissions();
        return new UmaDecision(access.decisions(), principal).decide(asked, earlier, limit, most);
    }

    /** A node whose resource somebody deleted cannot be in a token until it is written again. */
    private Predicate<Permitted.Entry> withResource() {
        StoreFactory stores = session.getProvider(AuthorizationProvider.class).getStoreFactory();
        ResourceServer server = stores.getResourceServerStore()
                .findByClient(request.target().client().orElseThrow());
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
