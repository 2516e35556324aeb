package io.featureaccess.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedTextTest {

    @Test
    void every_mention_of_a_parameter_is_a_place_of_its_own() {
        NamedText text =
                NamedText.of("SELECT :at FROM T t WHERE t.A = :realm AND t.B = ANY (:with_line) OR t.C = :realm");

        assertThat(text.text()).isEqualTo("SELECT ? FROM T t WHERE t.A = ? AND t.B = ANY (?) OR t.C = ?");
        assertThat(text.places()).containsExactly("at", "realm", "with_line", "realm");
    }

    @Test
    void what_is_quoted_names_no_parameter() {
        NamedText text = NamedText.of("SELECT 'group:' || g.NAME, '$1 :no' FROM G g WHERE g.ID = :id");

        assertThat(text.text()).isEqualTo("SELECT 'group:' || g.NAME, '$1 :no' FROM G g WHERE g.ID = ?");
        assertThat(text.places()).containsExactly("id");
    }

    @Test
    void the_end_of_a_page_is_a_number_and_no_parameter() {
        NamedText text = NamedText.of("a OFFSET :beforeLast, b FIRST :last, c :lastSeal, d FIRST :window")
                .upTo(100);

        assertThat(text.text()).isEqualTo("a OFFSET 99, b FIRST 100, c ?, d FIRST 600");
        assertThat(text.places()).containsExactly("lastSeal");
    }
}
