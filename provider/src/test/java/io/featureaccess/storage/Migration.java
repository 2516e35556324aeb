package io.featureaccess.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements of the changelog that move what is there into new tables, to be run again on what a test made. */
final class Migration {

    private static final Pattern OF_GRANTS =
            Pattern.compile("id=\"2026-11-26-permissions-of-grants\".*?<sql>(.*?)</sql>", Pattern.DOTALL);

    private Migration() {}

    static String ofGrants() {
        try (InputStream changelog = Migration.class.getClassLoader().getResourceAsStream(Tables.CHANGELOG)) {
            Matcher found = OF_GRANTS.matcher(new String(changelog.readAllBytes(), StandardCharsets.UTF_8));
            if (!found.find()) {
                throw new IllegalStateException("the changelog has no such changeset");
            }
            return found.group(1).replace("&lt;", "<").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
