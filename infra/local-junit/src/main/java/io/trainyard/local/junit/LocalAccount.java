package io.trainyard.local.junit;

import io.trainyard.local.LocalFunction;
import io.trainyard.local.RunningAccount;
import io.trainyard.local.time.ControllableClock;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * An AWS account for the tests of one class: SQS, SNS, S3, DynamoDB, EventBridge, Scheduler, Lambda and SageMaker on a free port of
 * 127.0.0.1, with its state in a temporary folder.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LocalAccount account = LocalAccount.builder()
 *         .container("acme/trainer", "/bin/sh", "trainer.sh")
 *         .function(LocalFunction.of("greeter", Path.of("target/function.zip"), "acme.Greeter::handleRequest"))
 *         .build();
 *
 * @Test
 * void keepsAMessage() {
 *     var sqs = account.client(SqsClient.builder());
 *     ...
 * }
 * }</pre>
 *
 * <p>Register it in a static field: it starts before the first test of the class and ends, with its processes and its folder, after the
 * last. Two classes that run at once have two accounts.
 */
public final class LocalAccount implements BeforeAllCallback, AfterAllCallback {

    private final Map<String, List<String>> containers;
    private final List<LocalFunction> functions;
    private final Optional<ControllableClock> clock;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Optional<RunningAccount> running = Optional.empty();

    LocalAccount(
            Map<String, List<String>> containers, List<LocalFunction> functions, Optional<ControllableClock> clock) {
        this.containers = Map.copyOf(containers);
        this.functions = List.copyOf(functions);
        this.clock = clock;
    }

    /** An account to be described. */
    public static LocalAccountBuilder builder() {
        return new LocalAccountBuilder();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var folder = open(TemporaryHome.create());
        var account = open(RunningAccount.start(folder.options(containers, clock)));
        running = Optional.of(account);
        functions.forEach(account::deploy);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        running = Optional.empty();
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    /** The one address of every service. */
    public URI endpoint() {
        return account().endpoint();
    }

    /** The region in whose name the account answers. */
    public Region region() {
        return Region.EU_WEST_1;
    }

    /** The administrator's key; a request that is signed with another is refused as AWS refuses it. */
    public AwsBasicCredentials credentials() {
        return AwsBasicCredentials.create(
                account().admin().id(), account().admin().secret());
    }

    /**
     * A client of the AWS SDK for this account, closed with it. The builder keeps what is set on it, its HTTP client for instance; for
     * S3 set {@code forcePathStyle(true)}.
     */
    public <B extends AwsClientBuilder<B, C>, C extends AutoCloseable> C client(B builder) {
        return open(builder.endpointOverride(endpoint())
                .region(region())
                .credentialsProvider(StaticCredentialsProvider.create(credentials()))
                .build());
    }

    /**
     * The account's time.
     *
     * @throws IllegalStateException if the account was built without {@link LocalAccountBuilder#clockAt}
     */
    public ControllableClock clock() {
        return clock.orElseThrow(() ->
                new IllegalStateException("this account goes by the machine's clock; build it with clockAt(instant)"));
    }

    /** Adds a function while the account runs. */
    public void deploy(LocalFunction function) {
        account().deploy(function);
    }

    private RunningAccount account() {
        return running.orElseThrow(() -> new IllegalStateException(
                "the account does not run: register it in a static field, with @RegisterExtension"));
    }

    private <T extends AutoCloseable> T open(T part) {
        opened.push(part);
        return part;
    }
}
