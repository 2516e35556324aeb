package io.featureaccess.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.featureaccess.it.harness.Command;
import io.featureaccess.it.harness.Json;
import io.featureaccess.it.harness.SystemPackage;
import io.featureaccess.it.harness.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of a Feast server that reads tokens, unmodified, in a Python environment of its own. */
final class FeastServer {

    private static final String FEAST = "feast==0.67.0";
    private static final Path SCRIPTS = Path.of("src/test/feast").toAbsolutePath();
    private static final Path REQUIREMENTS = SCRIPTS.resolve("requirements.txt");
    private static final Path HOME = Path.of("target/feast").toAbsolutePath();
    private static final Path INSTALLED = HOME.resolve("installed.txt");

    private final TestRealm realm;

    private FeastServer(TestRealm realm) {
        this.realm = realm;
    }

    /** Installed once a build directory, and again for other versions. */
    static FeastServer of(TestRealm realm) throws IOException {
        String versions = FEAST + "\n" + Files.readString(REQUIREMENTS);
        if (!Files.exists(INSTALLED) || !Files.readString(INSTALLED).equals(versions)) {
            SystemPackage.need("python3-venv", "python3", "-c", "import ensurepip, venv");
            Command.output(List.of("python3", "-m", "venv", "--clear", HOME.toString()), "");
            pip("--requirement", REQUIREMENTS.toString());
            pip("--no-deps", FEAST);
            Files.writeString(INSTALLED, versions);
        }
        return new FeastServer(realm);
    }

    private static void pip(String how, String what) {
        Command.output(
                List.of(python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", how, what), "");
    }

    private static String python() {
        return HOME.resolve("bin/python").toString();
    }

    /** Whom it takes the bearers of these tokens for, in order. */
    List<JsonNode> read(String... tokens) {
        String discovery = realm.url() + "/.well-known/openid-configuration";
        List<String> command =
                List.of(python(), SCRIPTS.resolve("read_token.py").toString(), discovery, TestRealm.RESOURCE_SERVER);
        return Command.output(command, String.join("\n", tokens) + "\n")
                .lines()
                .map(Json::parse)
                .toList();
    }
}
