package io.featureaccess.it.client;

import io.featureaccess.it.harness.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** JavaScript's openid-client, unmodified, installed by its lock file into the build directory. */
final class OpenidClient {

    private static final Path SOURCE = Path.of("src/test/openid-client").toAbsolutePath();
    private static final Path HOME = Path.of("target/openid-client").toAbsolutePath();
    private static final List<String> FILES = List.of(".npmrc", "package.json", "package-lock.json", "token.mjs");

    private OpenidClient() {}

    static String token(String issuer, String clientId, String secret) throws IOException {
        Files.createDirectories(HOME);
        for (String file : FILES) {
            Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Command.output(List.of("npm", "ci", "--silent", "--no-audit", "--no-fund", "--prefix", HOME.toString()), "");
        List<String> script = List.of("node", HOME.resolve("token.mjs").toString(), issuer, clientId);
        return Command.output(script, secret).strip();
    }
}
