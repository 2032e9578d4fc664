package io.trainyard.tests.bench;

import io.trainyard.cli.Surroundings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** moto's server, the account that others test against, where it is installed. */
final class Moto implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final int GLANCES = 6_000;

    private final Process process;
    private final URI endpoint;
    private final double startedIn;

    private Moto(Process process, URI endpoint, double startedIn) {
        this.process = process;
        this.endpoint = endpoint;
        this.startedIn = startedIn;
    }

    /** @throws IOException where {@code moto_server} is not on the PATH */
    static Moto start(Surroundings surroundings) throws IOException {
        int port = freePort();
        long began = System.nanoTime();
        Process process = new ProcessBuilder("moto_server", "-p", Integer.toString(port))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        for (int i = 0; i < GLANCES && process.isAlive() && !listens(port); i++) {
            surroundings.pauseFor(GLANCE);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!listens(port)) {
            process.destroy();
            throw new IOException("moto_server did not start");
        }
        return new Moto(process, URI.create("http://127.0.0.1:" + port), seconds);
    }

    /** From the start of the process to its port being open, in seconds. */
    double startedIn() {
        return startedIn;
    }

    long pid() {
        return process.pid();
    }

    AwsCalls calls() {
        return AwsCalls.at(endpoint, "moto", "moto");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
