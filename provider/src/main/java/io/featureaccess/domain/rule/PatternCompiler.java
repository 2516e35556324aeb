package io.featureaccess.domain.rule;

/** Makes matchers of regular expressions; every matcher's time is linear in the length of the value, whatever the expression. */
public interface PatternCompiler {

    /**
     * @param regex matched against whole values
     * @throws IllegalArgumentException that says in its message what is wrong with the expression, for people
     */
    CompiledPattern compile(String regex, boolean ignoreCase);
}
