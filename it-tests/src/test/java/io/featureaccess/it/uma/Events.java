package io.featureaccess.it.uma;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Answer;
import io.featureaccess.it.harness.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The realm's events of one request for permissions. */
final class Events {

    private final TestRealm realm;

    private Events(TestRealm realm) {
        this.realm = realm;
    }

    /** Has the realm keep its events from now on. */
    static Events of(TestRealm realm) {
        List<String> types = List.of("PERMISSION_TOKEN", "PERMISSION_TOKEN_ERROR");
        realm.admin()
                .put("events/config", Map.of("eventsEnabled", true, "enabledEventTypes", types))
                .expect(204);
        return new Events(realm);
    }

    /** The one event of its kind that the request leaves. */
    JsonNode of(Supplier<Answer> request) {
        realm.admin().delete("events").expect(204);
        Answer answer = request.get();
        JsonNode events = realm.admin()
                .get("events?type=PERMISSION_TOKEN&type=PERMISSION_TOKEN_ERROR")
                .expect(200)
                .json();
        if (events.size() != 1) {
            throw new AssertionError("expected one event of " + answer + " but there are " + events);
        }
        return events.get(0);
    }
}
