package io.featureaccess.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.featureaccess.domain.rule.Holding.Change;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gave it, and so who may take it: the table of one mapper "m" beside another "n" and one that is gone, "x". */
class HoldingTest {

    private static Set<String> set(String text) {
        return text == null ? Set.of() : Set.of(text.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        // held, sources,     wanted, change, sources then
        "false, ,             true,   GIVE,   m",
        "false, ,             false,  NONE,   ",
        // Given by hand: kept, whatever rules say.
        "true,  ,             true,   NONE,   by-hand m",
        "true,  ,             false,  NONE,   ",
        "true,  by-hand m,    true,   NONE,   by-hand m",
        "true,  by-hand m,    false,  NONE,   ",
        // Given by this mapper.
        "true,  m,            true,   NONE,   m",
        "true,  m,            false,  TAKE,   ",
        // Given by another mapper.
        "true,  n,            true,   NONE,   m n",
        "true,  n,            false,  NONE,   n",
        "true,  m n,          false,  NONE,   n",
        "true,  by-hand m n,  false,  NONE,   by-hand n",
        // Given by a mapper that is gone.
        "true,  x,            true,   NONE,   m",
        "true,  x,            false,  TAKE,   ",
        "true,  m x,          false,  TAKE,   ",
        "true,  by-hand x,    false,  NONE,   ",
        "true,  n x,          false,  NONE,   n",
    })
    void aStep(boolean held, String sources, boolean wanted, Change change, String after) {
        Holding.Step step = new Holding(held, set(sources)).upToDate("m", wanted, Set.of("x"));

        assertThat(step.change()).isEqualTo(change);
        assertThat(step.after()).isEqualTo(set(after));
    }

    @Test
    void toBeBroughtUpToDateTwiceIsToBeBroughtUpToDateOnce() {
        for (String sources : new String[] {null, "m", "n", "by-hand m", "m n", "by-hand m n", "x"}) {
            for (boolean wanted : new boolean[] {true, false}) {
                Holding before = new Holding(true, set(sources));
                Holding.Step first = before.upToDate("m", wanted, Set.of("x"));
                Holding after = new Holding(first.change() != Change.TAKE, first.after());

                Holding.Step second = after.upToDate("m", wanted, Set.of("x"));

                assertThat(second.change()).isEqualTo(Change.NONE);
                assertThat(second.after()).isEqualTo(first.after());
            }
        }
    }
}
