package io.featureaccess.keycloak.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredLifespansTest {

    private static final int SESSION = 36_000;

    @ParameterizedTest
    @CsvSource({
        "300, 900, 120, '', 900", // the implicit flow's
        "300, 60, 120, '', 300", // the realm's
        "300, 60, 600, '', 600", // an RPT's
        "300, 900, 120, '60;1800', 1800", // a client's own
        "300, 900, 120, ' 1200 ', 1200", // as it was typed
        "300, 900, 120, '-1', 36000", // as long as a session
        "-1, 900, 120, '60', 36000",
        "300, 900, 120, 'soon;;99999999999', 900", // no numbers that Keycloak would take
    })
    void longest_of_what_may_be_given_counts(int token, int implicit, int rpt, String own, int longest) {
        List<String> ofClients = Arrays.asList(own.split(";"));

        assertThat(new ConfiguredLifespans(List.of(token, implicit, rpt), SESSION, () -> ofClients).longest())
                .isEqualTo(ConfiguredLifespans.MARGIN.plusSeconds(longest));
    }
}
