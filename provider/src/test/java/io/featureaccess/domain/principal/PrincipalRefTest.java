package io.featureaccess.domain.principal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalRefTest {

    @ParameterizedTest
    @CsvSource({
        "user:alice,                user,            alice",
        "user:alice@example.com,    user,            alice@example.com",
        "user:urn:x:y,              user,            urn:x:y",
        "service-account:trainer-1, service-account, trainer-1",
        "group:/teams/fraud,        group,           /teams/fraud",
        "group:/with space,         group,           /with space",
    })
    void aNameIsReadWithItsType(String text, String type, String name) {
        assertThat(PrincipalRef.parse(text)).isEqualTo(new PrincipalRef.ByName(PrincipalType.parse(type), name));
    }

    @Test
    void anIdAndAnAddressAreNotNames() {
        assertThat(PrincipalRef.parse("id:0b5c")).isEqualTo(new PrincipalRef.ById(new PrincipalId("0b5c")));
        assertThat(PrincipalRef.parse("email:a@b.c")).isEqualTo(new PrincipalRef.ByEmail("a@b.c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:alice", "service-account:x", "group:/a/b", "id:0b5c", "email:a@b.c"})
    void aReferenceIsWrittenAsItIsRead(String text) {
        assertThat(PrincipalRef.parse(text)).hasToString(text);
    }
}
