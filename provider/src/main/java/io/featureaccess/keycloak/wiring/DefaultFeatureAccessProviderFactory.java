package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.RuleTexts;
import io.featureaccess.domain.notice.Patience;
import io.featureaccess.keycloak.install.InstallWatch;
import io.featureaccess.keycloak.install.RenamedServer;
import io.featureaccess.keycloak.resources.InstanceRemoved;
import io.featureaccess.keycloak.spi.FeatureAccessProvider;
import io.featureaccess.keycloak.spi.FeatureAccessProviderFactory;
import io.featureaccess.keycloak.timer.Timetable;
import io.featureaccess.matching.JsonRules;
import io.featureaccess.matching.Re2Patterns;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.models.ClientModel.ClientIdChangeEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** Makes the one implementation there is of {@link FeatureAccessProvider}. */
public final class DefaultFeatureAccessProviderFactory implements FeatureAccessProviderFactory {

    private final InstallWatch watch = new InstallWatch();
    private final DenialQueue denials = new DenialQueue(Clock.systemUTC());
    private final RuleTexts rules = new KnownRules(new JsonRules(new Re2Patterns()));

    private BackgroundSettings background;
    private Timetable timetable;

    @Override
    public String getId() {
        return "default";
    }

    @Override
    public FeatureAccessProvider create(KeycloakSession session) {
        return new DefaultFeatureAccessProvider(session, watch, denials, rules);
    }

    @Override
    public void init(Config.Scope config) {
        background = BackgroundSettings.of(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new KeycloakMemberships(watch, Clock.systemUTC()));
        factory.register(event -> {
            if (event instanceof InstanceRemoved removed) {
                watch.forget(removed.server());
            } else if (event instanceof ClientIdChangeEvent renamed) {
                RenamedServer.follow(renamed);
            } else if (event instanceof PostMigrationEvent) {
                startHousekeeping(factory);
            }
        });
    }

    /** When the tables are there; never on a server that was told not to. */
    private void startHousekeeping(KeycloakSessionFactory factory) {
        if (background.isOn()) {
            InRealms realms = new InRealms(factory, watch);
            Patience patience = new Patience(background.retry());
            timetable = new Timetable(new Housekeeping(realms, patience, denials, Clock.systemUTC()).steps());
            timetable.start(factory, background.interval());
        }
    }

    @Override
    public void close() {
        if (timetable != null) {
            timetable.stop();
        }
    }
}
