package io.featureaccess.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as people write them: {@code 2030-01-01T00:00:00Z}, {@code in 2 hours}, {@code 3 days ago}, {@code now}. */
public final class Moment {

    private static final Pattern RELATIVE = Pattern.compile("(in )?(\\d+) (second|minute|hour|day)s?( ago)?");

    private Moment() {}

    public static Instant parse(String text, Instant now) {
        if (text.equals("now")) {
            return now;
        }
        Matcher relative = RELATIVE.matcher(text);
        if (!relative.matches()) {
            return Instant.parse(text);
        }
        boolean future = relative.group(1) != null;
        if (future == (relative.group(4) != null)) {
            throw new IllegalArgumentException("either 'in …' or '… ago': " + text);
        }
        Duration distance = unit(relative.group(3)).multipliedBy(Long.parseLong(relative.group(2)));
        return future ? now.plus(distance) : now.minus(distance);
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "second" -> Duration.ofSeconds(1);
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            case "day" -> Duration.ofDays(1);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
