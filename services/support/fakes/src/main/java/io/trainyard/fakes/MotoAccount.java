package io.trainyard.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** Moto's server: an AWS that nobody here wrote, for what our adapters say and read. */
public final class MotoAccount {

    private final int port;

    private MotoAccount(int port) {
        this.port = port;
    }

    /** Empties the server that all suites of a process share. Skips the test where the machine has none. */
    public static MotoAccount open() {
        URI server = MotoServer.address();
        reset(server);
        return new MotoAccount(server.getPort());
    }

    /** A client of it; whoever asks closes it. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return LoopbackClients.at(port, builder);
    }

    private static void reset(URI server) {
        var request = HttpRequest.newBuilder(server.resolve("/moto-api/reset"))
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
