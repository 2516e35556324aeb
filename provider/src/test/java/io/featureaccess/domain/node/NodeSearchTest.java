package io.featureaccess.domain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeSearchTest {

    @Test
    void is_for_a_path_if_it_has_a_slash() {
        assertThat(new NodeSearch("fraud").byPath()).isFalse();
        assertThat(new NodeSearch("fraud/").byPath()).isTrue();
    }

    @Test
    void is_in_lower_case_without_blanks_around_it() {
        assertThat(new NodeSearch(" Card Payments ").text()).isEqualTo("card payments");
    }

    @Test
    void slash_before_it_is_forgiven() {
        assertThat(new NodeSearch("/fraud/p").text()).isEqualTo("fraud/p");
        assertThat(new NodeSearch("/").text()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t"})
    void blank_one_is_refused(String text) {
        assertThatThrownBy(() -> new NodeSearch(text)).hasMessageContaining("'search'");
    }

    @Test
    void long_one_is_refused() {
        assertThat(new NodeSearch("a".repeat(255)).text()).hasSize(255);
        assertThatThrownBy(() -> new NodeSearch("a".repeat(256))).hasMessageContaining("255 characters");
    }
}
