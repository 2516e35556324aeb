package io.featureaccess.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    @Test
    void fieldsStandInTheOrderTheyWerePutAndEmptyOnesAreLeftOut() {
        Snapshot snapshot = Snapshot.EMPTY
                .with("role", "owner")
                .with("secret", true)
                .with("limit", 200)
                .with("features", List.of("amount", "iban"))
                .with("reason", Optional.empty())
                .withTime("expiresAt", Optional.of(Instant.parse("2030-01-01T00:00:00Z")))
                .with("settings", Snapshot.EMPTY.with("viewersReadOffline", false));

        assertThat(snapshot.json())
                .isEqualTo("{\"role\":\"owner\",\"secret\":true,\"limit\":200,\"features\":[\"amount\",\"iban\"],"
                        + "\"expiresAt\":\"2030-01-01T00:00:00Z\",\"settings\":{\"viewersReadOffline\":false}}");
    }

    @Test
    void textCannotBreakOutOfItsField() {
        assertThat(Snapshot.EMPTY.with("reason", "a\",\"b\":\"\\\n\u2028").json())
                .isEqualTo("{\"reason\":\"a\\\",\\\"b\\\":\\\"\\\\\\u000a\\u2028\"}");
    }

    @Test
    void nothingIsTheEmptyObject() {
        assertThat(Snapshot.EMPTY.json()).isEqualTo("{}");
    }
}
