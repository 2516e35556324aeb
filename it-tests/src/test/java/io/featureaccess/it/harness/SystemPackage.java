package io.featureaccess.it.harness;

import java.util.List;

/** A program that some test needs and the build cannot bring: installed by the system's own packages where it is missing. */
public final class SystemPackage {

    private SystemPackage() {}

    /**
     * @param name Debian's package
     * @param probe a command that works once it is there
     * @throws AssertionError if it is missing and cannot be installed, saying what to install
     */
    public static synchronized void need(String name, String... probe) {
        if (Command.works(probe)) {
            return;
        }
        if (!Command.works("apt-get", "--version") || !"root".equals(System.getProperty("user.name"))) {
            throw new AssertionError("install '" + name + "' for this test: it needs " + String.join(" ", probe));
        }
        Command.output(List.of("apt-get", "update", "-qq"), "");
        Command.output(List.of("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", name), "");
    }
}
