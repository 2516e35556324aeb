package io.featureaccess.domain.rule;

import java.util.Optional;

/** A regular expression, ready to be asked; immutable, and asked by many logins at once. */
public interface CompiledPattern {

    /** How many groups it captures. */
    int captures();

    /** How many steps each character of a value takes at most. */
    int size();

    /** What it captures of the whole value; empty where the value does not match. */
    Optional<Captures> match(String value);
}
