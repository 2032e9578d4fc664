package io.trainyard.local.sqs;

import com.typesafe.config.ConfigFactory;
import io.trainyard.local.store.Documents;
import io.trainyard.local.usage.Usage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/**
 * ElasticMQ on a loopback port of its own, behind the front.
 *
 * <p>Put together here and not by its {@code ElasticMQServer}, which hides the port it got, answers before the queues
 * of the last run are back, and gives no way to its queues but HTTP.
 */
public final class ElasticMq implements AutoCloseable {

    /** What it has of SQS's API. */
    public static final Set<String> OPERATIONS = Set.of(
            "AddPermission",
            "CancelMessageMoveTask",
            "ChangeMessageVisibility",
            "ChangeMessageVisibilityBatch",
            "CreateQueue",
            "DeleteMessage",
            "DeleteMessageBatch",
            "DeleteQueue",
            "GetQueueAttributes",
            "GetQueueUrl",
            "ListDeadLetterSourceQueues",
            "ListMessageMoveTasks",
            "ListQueueTags",
            "ListQueues",
            "PurgeQueue",
            "ReceiveMessage",
            "RemovePermission",
            "SendMessage",
            "SendMessageBatch",
            "SetQueueAttributes",
            "StartMessageMoveTask",
            "TagQueue",
            "UntagQueue");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ActorSystem system;
    private final SQSRestServer server;
    private final Documents documents;
    private final Queues queues;
    private final int port;

    private ElasticMq(ActorSystem system, SQSRestServer server, Documents documents, Queues queues) {
        this.system = system;
        this.server = server;
        this.documents = documents;
        this.queues = queues;
        this.port = server.waitUntilStarted().localAddress().getPort();
    }

    /**
     * Starts with what the last run left.
     *
     * @param file where queues and messages are kept
     * @param front the address that queue URLs carry
     * @param ahead how far visibility is judged ahead of the machine's time: ElasticMQ stamps messages with that
     */
    public static ElasticMq start(
            Path file, URI front, String region, String account, Supplier<Duration> ahead, Usage usage) {
        var documents = Documents.open(file);
        var loader = ElasticMq.class.getClassLoader();
        var system = ActorSystem.create("elasticmq", ConfigFactory.load(loader, "elasticmq"), loader);
        var store = system.actorOf(Props.create(QueueStore.class, () -> new QueueStore(documents)));
        var manager = system.actorOf(
                Props.create(QueueManagerActor.class, now(ahead), StrictSQSLimits$.MODULE$, Option.apply(store)));
        restore(documents, manager);
        var server = SQSRestServerBuilder.withActorSystem(system)
                .withQueueManagerActor(manager)
                .withQueueEventListener(store)
                .withInterface("127.0.0.1")
                .withDynamicPort()
                .withServerAddress(new NodeAddress("http", front.getHost(), front.getPort(), ""))
                .withAWSRegion(region)
                .withAWSAccountId(account)
                .start();
        return new ElasticMq(system, server, documents, new Queues(manager, usage));
    }

    /** Where it listens itself, behind the front. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The way to the queues from inside the account. */
    public Queues queues() {
        return queues;
    }

    @Override
    public void close() {
        server.stopAndWait();
        system.terminate();
        try {
            system.getWhenTerminated().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("ElasticMQ did not stop", e);
        } finally {
            documents.close();
        }
    }

    private static NowProvider now(Supplier<Duration> ahead) {
        return new NowProvider() {
            @Override
            public long nowMillis() {
                return super.nowMillis() + ahead.get().toMillis();
            }

            @Override
            public OffsetDateTime now() {
                return super.now().plus(ahead.get());
            }
        };
    }

    private static void restore(Documents documents, ActorRef manager) {
        for (var queue : QueueStore.queues(documents)) {
            var created = (Either<?, ?>) Asking.ask(manager, new CreateQueue(queue.toCreateQueueData()), PATIENCE);
            var actor = (ActorRef) created.toOption().get();
            var messages = QueueStore.messages(documents, queue.name());
            Asking.ask(
                    actor,
                    new RestoreMessages(CollectionConverters.asScala(messages).toList()),
                    PATIENCE);
        }
    }
}
