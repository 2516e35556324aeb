package io.featureaccess.matching;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large an expression becomes once its counted repetitions are written out, as RE2/J does before it matches: nested ones
 * multiply, so that a dozen characters could fill the memory. Counted without writing anything out, and never too low.
 */
final class PatternSize {

    private static final long ENOUGH = Integer.MAX_VALUE;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long sequence;
    private long last;
    private int at;

    private PatternSize(String regex) {
        this.regex = regex;
    }

    /** @throws IllegalArgumentException where it quotes with {@code \Q} */
    static long of(String regex) {
        return new PatternSize(regex).count();
    }

    private long count() {
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            switch (c) {
                case '(' -> open();
                case ')' -> close();
                case '[' -> {
                    skipClass();
                    atom(1);
                }
                case '\\' -> {
                    escape();
                    atom(1);
                }
                case '{' -> repeat();
                default -> atom(1);
            }
        }
        while (!outer.isEmpty()) {
            close();
        }
        return sequence;
    }

    private void open() {
        outer.push(sequence);
        sequence = 0;
        last = 0;
    }

    private void close() {
        long inner = sequence + 1;
        sequence = outer.isEmpty() ? 0 : outer.pop();
        atom(inner);
    }

    private void atom(long size) {
        sequence = Math.min(ENOUGH, sequence + size);
        last = size;
    }

    private void escape() {
        if (at < regex.length() && regex.charAt(at++) == 'Q') {
            throw new IllegalArgumentException(
                    "no \\Q: a backslash stands before each character to be taken literally");
        }
    }

    /** To the bracket that ends it; one that stands first is among its characters. */
    private void skipClass() {
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        int first = at;
        while (at < regex.length() && (regex.charAt(at) != ']' || at == first)) {
            char c = regex.charAt(at++);
            if (c == '\\') {
                escape();
            } else if (c == '[' && regex.startsWith(":", at) && regex.indexOf(":]", at + 1) >= 0) {
                at = regex.indexOf(":]", at + 1) + 2;
            }
        }
        at++;
    }

    private void repeat() {
        int end = regex.indexOf('}', at);
        String counts = end < 0 ? "" : regex.substring(at, end);
        if (!counts.matches("[0-9]{1,9}(,[0-9]{0,9})?")) {
            atom(1);
            return;
        }
        long most = 1;
        for (String count : counts.split(",")) {
            most = Math.max(most, Long.parseLong(count) + 1);
        }
        at = end + 1;
        sequence = Math.min(ENOUGH, sequence - last + last * most);
        last = Math.min(ENOUGH, last * most);
    }
}
