package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.AuditTrail;
import io.featureaccess.application.Decide;
import io.featureaccess.application.ListAccessible;
import io.featureaccess.application.SummariseRoles;
import io.featureaccess.application.port.FactsReader;
import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.application.transfer.ExportAccess;
import io.featureaccess.application.transfer.ImportAccess;
import io.featureaccess.domain.decision.Denial;
import io.featureaccess.domain.decision.Question;
import io.featureaccess.keycloak.install.InstallWatch;
import io.featureaccess.keycloak.install.Installation;
import io.featureaccess.keycloak.spi.AccessApi;
import io.featureaccess.keycloak.spi.AccountApi;
import io.featureaccess.keycloak.spi.AdministrationApi;
import io.featureaccess.keycloak.spi.ApiKeyApi;
import io.featureaccess.keycloak.spi.AuditApi;
import io.featureaccess.keycloak.spi.DecisionApi;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.GrantApi;
import io.featureaccess.keycloak.spi.GroupApi;
import io.featureaccess.keycloak.spi.InstallationApi;
import io.featureaccess.keycloak.spi.NodeApi;
import io.featureaccess.keycloak.spi.RequestApi;
import io.featureaccess.keycloak.spi.RuleApi;
import io.featureaccess.keycloak.spi.ServiceAccountApi;
import io.featureaccess.keycloak.spi.TokenApi;
import io.featureaccess.keycloak.spi.TransferApi;
import io.featureaccess.keycloak.spi.UserApi;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Puts use cases and adapters together, a face at a time. Nothing is kept between calls: a session may change its realm,
 * and then the next face is about that one.
 */
final class DefaultFeatureAccessProvider implements FeatureAccessProvider {

    private final KeycloakSession session;
    private final InstallWatch watch;
    private final DenialQueue denials;
    private final RuleTexts known;
    private final Clock clock = Clock.systemUTC();

    DefaultFeatureAccessProvider(KeycloakSession session, InstallWatch watch, DenialQueue denials, RuleTexts known) {
        this.session = session;
        this.watch = watch;
        this.denials = denials;
        this.known = known;
    }

    @Override
    public DecisionApi decisions() {
        Adapters adapters = adapters();
        FactsReader facts = adapters.facts();
        return new Decisions(
                new Decide(facts, trail(adapters), clock),
                () -> new ListAccessible(adapters.nodeLists(), facts, clock),
                this::denied);
    }

    private void denied(List<Question> questions) {
        String address = Optional.ofNullable(session.getContext().getConnection())
                .map(ClientConnection::getRemoteAddr)
                .orElse("");
        denials.offer(
                session.getContext().getRealm(),
                questions.stream()
                        .map(question -> new Denial(
                                question.principal(), question.action(), question.node(), clock.instant(), address))
                        .toList());
    }

    @Override
    public NodeApi nodes() {
        return nodeWiring().nodes();
    }

    @Override
    public AccountApi account() {
        return nodeWiring().account();
    }

    @Override
    public GrantApi grants() {
        return grantWiring().grants();
    }

    @Override
    public RequestApi requests() {
        Duration timeToAnswer = Duration.ofDays(
                RealmNumbers.requestExpiryDays(session.getContext().getRealm()));
        return new RequestWiring(adapters(), clock).requests(timeToAnswer);
    }

    @Override
    public GroupApi groups() {
        return new PeopleWiring(adapters(), session, clock).groups();
    }

    @Override
    public UserApi users() {
        return new PeopleWiring(adapters(), session, clock).users();
    }

    @Override
    public AccessApi access() {
        return grantWiring().access(answered -> denied(Decisions.denials(answered)));
    }

    @Override
    public AuditApi audit() {
        return grantWiring().audit();
    }

    @Override
    public AdministrationApi administration() {
        RealmModel realm = session.getContext().getRealm();
        return grantWiring()
                .administration(
                        new RealmAccountTypes(
                                session, realm, installation(), adapters().ruleHoldings()),
                        new RealmSettingsStore(realm, installation()),
                        installation()::mend);
    }

    @Override
    public InstallationApi installation() {
        return new Installation(session, session.getContext().getRealm(), watch);
    }

    @Override
    public TransferApi transfer() {
        Adapters adapters = adapters();
        AuditTrail trail = trail(adapters);
        return new TransferUseCases(
                new ExportAccess(adapters.transfers(), adapters.directory(), adapters.auditLog(), trail),
                new ImportAccess(
                        adapters.transfers(),
                        adapters.resources(installation().client()),
                        adapters.directory(),
                        trail,
                        clock),
                session.getContext().getRealm(),
                clock);
    }

    @Override
    public TokenApi tokens() {
        return new TokenUseCases(new SummariseRoles(adapters().heldRoles(), clock));
    }

    @Override
    public ServiceAccountApi serviceAccounts() {
        return new ServiceAccountWiring(session, clock).accounts(adapters(), installation());
    }

    @Override
    public ApiKeyApi apiKeys() {
        return new ServiceAccountWiring(session, clock).keyChecks();
    }

    @Override
    public RuleApi rules() {
        return new RuleWiring(session, watch, known, clock).rules(adapters());
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        return new Atomically(session).run(work);
    }

    private AuditTrail trail(Adapters adapters) {
        return new AuditTrail(adapters.auditLog(), adapters.notices(), clock);
    }

    private NodeWiring nodeWiring() {
        Adapters adapters = adapters();
        return new NodeWiring(adapters, adapters.resources(installation().client()), adapters.tokenLifespans(), clock);
    }

    private GrantWiring grantWiring() {
        return new GrantWiring(adapters(), clock);
    }

    private Adapters adapters() {
        return new Adapters(session, session.getContext().getRealm(), installation());
    }
}
