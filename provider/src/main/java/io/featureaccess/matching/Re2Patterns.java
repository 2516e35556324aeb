package io.featureaccess.matching;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.featureaccess.domain.rule.Captures;
import io.featureaccess.domain.rule.CompiledPattern;
import io.featureaccess.domain.rule.PatternCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link PatternCompiler} by RE2/J, which runs all alternatives at once and never goes back. */
public final class Re2Patterns implements PatternCompiler {

    /** In characters, with repetitions written out. */
    private static final int LARGEST = 10_000;

    @Override
    public CompiledPattern compile(String regex, boolean ignoreCase) {
        int size = size(regex);
        try {
            return new Re2Pattern(
                    size,
                    RequiredText.of(regex, ignoreCase),
                    Pattern.compile(regex, ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        }
    }

    private static int size(String regex) {
        long size = PatternSize.of(regex);
        if (size > LARGEST) {
            throw new IllegalArgumentException(
                    "its repetitions are too large: written out, it has at most " + LARGEST + " characters");
        }
        return (int) size;
    }

    private record Re2Pattern(int size, RequiredText required, Pattern pattern) implements CompiledPattern {

        @Override
        public int captures() {
            return pattern.groupCount();
        }

        @Override
        public Optional<Captures> match(String value) {
            if (!required.mayBeIn(value)) {
                return Optional.empty();
            }
            Matcher matcher = pattern.matcher(value);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            List<Optional<String>> groups = new ArrayList<>();
            for (int i = 1; i <= matcher.groupCount(); i++) {
                groups.add(Optional.ofNullable(matcher.group(i)));
            }
            return Optional.of(groups.isEmpty() ? Captures.NONE : new Captures(groups));
        }
    }
}
