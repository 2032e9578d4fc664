package io.trainyard.local;

import io.trainyard.local.events.Duplicates;
import io.trainyard.local.events.EventBridge;
import io.trainyard.local.front.AccessKey;
import io.trainyard.local.front.AccessKeys;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.front.BufferedHandler;
import io.trainyard.local.front.Front;
import io.trainyard.local.front.Relay;
import io.trainyard.local.home.AccountFile;
import io.trainyard.local.home.Home;
import io.trainyard.local.s3.Buckets;
import io.trainyard.local.sqs.ElasticMq;
import io.trainyard.local.store.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;

/**
 * An AWS account that runs in this process until it is closed.
 *
 * <p>It is ready when {@link #start} returns. Its state is in the home folder; a new start there goes on where the last
 * one ended, however it ended.
 */
public final class RunningAccount implements AutoCloseable {

    private static final int LARGEST_BODY = 32 << 20;
    private static final String ADMIN = "admin";

    private final Parts parts;
    private final Front front;
    private final AccessKeys keys;

    private RunningAccount(Parts parts, Front front, AccessKeys keys) {
        this.parts = parts;
        this.front = front;
        this.keys = keys;
    }

    /**
     * Starts an account.
     *
     * @throws IllegalStateException if the folder is in use
     * @throws UncheckedIOException if the port is taken
     */
    public static RunningAccount start(AccountOptions options) {
        var parts = new Parts();
        try {
            return start(options, parts);
        } catch (IOException e) {
            parts.close();
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static RunningAccount start(AccountOptions options, Parts parts) throws IOException {
        var home = parts.add(Home.open(options.home()));
        var keys = new AccessKeys(home.file("keys.json"), new SecureRandom());
        var front = parts.add(Front.bind(options.port(), keys));
        var documents = parts.add(Documents.open(home.file("account.mv")));
        var here = options.deployment();
        var sqs = parts.add(ElasticMq.start(home.file("queues.mv"), front.endpoint(), here.region(), here.account()));
        var s3 = parts.add(Buckets.start(home.folder("s3")));
        var surroundings = new EventBridge.Surroundings(
                here, options.tuning().clock(), () -> UUID.randomUUID().toString());
        var events = new EventBridge(
                surroundings,
                documents,
                sqs.queues(),
                new Duplicates(new Random(20), options.tuning().duplicates()));
        events.ensureBus(here.bus());
        var client = parts.add(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        front.service("sqs", new Relay(client, sqs.address(), target -> target));
        front.service("s3", new Relay(client, s3.address(), Buckets::pathStyle));
        attach(front, events);
        front.open();
        home.announce(announcement(options, front, keys.of(ADMIN)));
        return new RunningAccount(parts, front, keys);
    }

    /** The one URL of every AWS service and of the HTTP API. */
    public URI endpoint() {
        return front.endpoint();
    }

    /** The administrator's credentials. */
    public AccessKey admin() {
        return keys.of(ADMIN);
    }

    /** Ends the function processes and containers, then the account; all answered writes are on disk. */
    @Override
    public void close() {
        parts.close();
    }

    private static void attach(Front front, AwsService service) {
        front.service(service.signingName(), new BufferedHandler(LARGEST_BODY, service::handle));
    }

    private static AccountFile announcement(AccountOptions options, Front front, AccessKey admin) {
        var here = options.deployment();
        return new AccountFile(
                ProcessHandle.current().pid(),
                options.tuning().clock().instant().toString(),
                front.port(),
                front.endpoint().toString(),
                "0.1.0-SNAPSHOT",
                here.env(),
                here.account(),
                here.region(),
                admin.id(),
                admin.secret());
    }
}
