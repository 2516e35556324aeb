package io.featureaccess.it.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server that does not do its work, on loopback and a free port: one that says nothing, or one that refuses. */
public final class BadMailServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket socket;
    private final boolean silent;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private final CountDownLatch called = new CountDownLatch(1);

    private BadMailServer(boolean silent) {
        this.silent = silent;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "bad mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes connections, and never says a word. */
    public static BadMailServer silent() {
        return new BadMailServer(true);
    }

    /** Is polite, and takes mail for nobody. */
    public static BadMailServer refusing() {
        return new BadMailServer(false);
    }

    /** Makes a realm send its mail here. */
    public void serve(TestRealm realm) {
        MailServer.configure(realm, socket.getLocalPort());
    }

    /** Waits until somebody connects. */
    public void awaitCall() {
        try {
            if (!called.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody called the mail server");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                callers.add(caller);
                called.countDown();
                if (!silent) {
                    refuse(caller);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void refuse(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = caller.getOutputStream();
        say(out, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say(out, line.startsWith("RCPT") ? "550 nobody of that name" : "250 fine");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket caller : callers) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
