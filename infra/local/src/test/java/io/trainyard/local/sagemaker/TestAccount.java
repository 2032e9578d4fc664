package io.trainyard.local.sagemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.trainyard.local.faults.Faults;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.sagemaker.hosting.ServingTiming;
import io.trainyard.local.sagemaker.objects.FolderObjects;
import io.trainyard.local.sagemaker.training.Workshop;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** The SageMaker part behind a loopback port of its own, spoken to by AWS's own clients. */
final class TestAccount implements AutoCloseable {

    static final String ROLE = "arn:aws:iam::123456789012:role/ty-local-sagemaker";
    static final String IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainyard/sample:1";

    static {
        // Else every answer waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** One event of the default bus. */
    record Said(String detailType, ObjectNode detail, List<String> resources) {}

    final List<Said> events = new CopyOnWriteArrayList<>();
    final Path home;
    final Path objects;
    final SageMakerPart part;
    final SageMakerClient sageMaker;
    final SageMakerRuntimeClient runtime;
    private final HttpServer server;

    TestAccount(Path home) throws IOException {
        this(home, Map.of(), 2);
    }

    TestAccount(Path home, Map<String, Integer> quotas, int atOnce) throws IOException {
        this(home, quotas, atOnce, Faults.none());
    }

    TestAccount(Path home, Map<String, Integer> quotas, int atOnce, Faults faults) throws IOException {
        this.home = home;
        this.objects = Files.createDirectories(home.resolve("s3"));
        this.part = new SageMakerPart(
                new Account("123456789012", "eu-west-1"),
                home,
                settings(images(home), quotas, atOnce, faults),
                new FolderObjects(objects),
                (source, type, detail, resources) -> events.add(new Said(type, detail, resources)),
                Clock.systemUTC());
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        part.start();
        this.sageMaker = client(SageMakerClient.builder().httpClient(UrlConnectionHttpClient.create()))
                .build();
        this.runtime = client(SageMakerRuntimeClient.builder().httpClient(UrlConnectionHttpClient.create()))
                .build();
    }

    private static SageMakerSettings settings(Path images, Map<String, Integer> quotas, int atOnce, Faults faults) {
        return new SageMakerSettings(
                images,
                "no-such-docker",
                atOnce,
                quotas,
                new Workshop.Timing(Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofMillis(50)),
                new ServingTiming(
                        Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMillis(20)),
                faults);
    }

    private static Path images(Path home) throws IOException {
        return Files.writeString(
                home.resolve("images.yaml"), """
                images:
                  - image: trainyard/sample
                    command: ["${java.home}/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                              "-Dsun.net.httpserver.nodelay=true", "-cp", "%s", "%s"]
                  - image: trainyard/script
                    command: ["/bin/sh", "${folder}/image.sh"]
                """.formatted(classFolder(), SampleContainer.class.getName()));
    }

    private static Path classFolder() {
        try {
            return Path.of(SampleContainer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private <B extends AwsClientBuilder<B, ?>> B client(B builder) {
        return builder.endpointOverride(uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Makes an image of shell lines, called trainyard/script; {@code $SAGEMAKER_BASE_DIR} is its /opt/ml. */
    void script(String lines) throws IOException {
        Files.writeString(home.resolve("image.sh"), lines);
    }

    void object(String key, String content) throws IOException {
        Path file = objects.resolve("ty-local-artifacts").resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** What the account counts, as anyone may read it. */
    String counted() {
        AwsRequest request = new AwsRequest("GET", SageMakerPart.CALLS, "", Map.of(), new byte[0]);
        return new String(part.handle(request).body(), StandardCharsets.UTF_8);
    }

    /** What SageMaker's own ledger says about a name: {@code CreateTrainingJob}, {@code launched}, ... */
    List<String> ledger(String name) {
        AwsRequest request = new AwsRequest("GET", SageMakerPart.LEDGER, "", Map.of(), new byte[0]);
        List<String> lines = new java.util.ArrayList<>();
        try {
            for (var entry : Json.read(part.handle(request).body()).path("entries")) {
                if (entry.path("name").asText().equals(name)) {
                    lines.add(entry.path("call").asText()
                            + entry.path("what").asText()
                            + entry.path("error").asText());
                }
            }
            return lines;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What the control plane answers to a raw body, as {@code status body}. */
    String raw(String operation, String body) {
        AwsResponse answer = part.handle(new AwsRequest(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", "SageMaker." + operation),
                body.getBytes(StandardCharsets.UTF_8)));
        return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    List<Said> events(String type, String name) {
        return events.stream()
                .filter(said -> said.detailType().equals("SageMaker " + type + " State Change"))
                .filter(said -> said.resources().getFirst().endsWith("/" + name))
                .toList();
    }

    /** Waits until there is a value, at most 30 seconds. */
    static <T> T eventually(Supplier<Optional<T>> value) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (true) {
            Optional<T> found = value.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("still nothing after 30 seconds");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        URI uri = exchange.getRequestURI();
        AwsRequest request = new AwsRequest(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                headers,
                exchange.getRequestBody().readAllBytes());
        AwsResponse answer = part.handle(request);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    public void close() {
        sageMaker.close();
        runtime.close();
        part.close();
        server.stop(0);
    }
}
