package io.featureaccess.keycloak.wiring;

import io.featureaccess.application.port.TokenLifespans;
import io.featureaccess.keycloak.spi.RealmAttributes;
import io.featureaccess.storage.SqlClientLifespans;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.keycloak.models.RealmModel;

/**
 * {@link TokenLifespans} from what Keycloak is configured with, in seconds, where −1 means as long as a session.
 *
 * @param ofClients what clients have of their own, as somebody typed it; what is no number counts as absent
 */
record ConfiguredLifespans(List<Integer> ofRealm, int session, Supplier<List<String>> ofClients)
        implements TokenLifespans {

    /** For clocks that disagree, and for tokens that were being written at that moment. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    static ConfiguredLifespans of(RealmModel realm, SqlClientLifespans clients) {
        return new ConfiguredLifespans(
                List.of(
                        realm.getAccessTokenLifespan(),
                        realm.getAccessTokenLifespanForImplicitFlow(),
                        RealmNumbers.positive(realm, RealmAttributes.RPT_LIFESPAN, RealmAttributes.USUAL_RPT_LIFESPAN)),
                Math.max(realm.getSsoSessionMaxLifespan(), realm.getSsoSessionMaxLifespanRememberMe()),
                clients::accessTokens);
    }

    @Override
    public Duration longest() {
        IntStream own = ofClients.get().stream()
                .map(String::trim)
                .filter(text -> text.matches("-1|[0-9]{1,9}"))
                .mapToInt(Integer::parseInt);
        int longest = IntStream.concat(ofRealm.stream().mapToInt(Integer::intValue), own)
                .map(seconds -> seconds == -1 ? session : seconds)
                .max()
                .orElse(session);
        return Duration.ofSeconds(longest).plus(MARGIN);
    }
}
