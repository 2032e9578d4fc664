package io.trainyard.local.sqs;

import io.trainyard.local.store.DocumentMap;
import io.trainyard.local.store.Documents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.AbstractActor;
import org.elasticmq.QueueData;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.CreateQueueMetadata;

/**
 * Keeps ElasticMQ's queues and messages in a {@link Documents} file, in place of its own SQL store.
 *
 * <p>ElasticMQ answers a caller only after this actor has, so an answered change is in the file. Its own store holds
 * one connection per process for ever, which rules out two accounts in one process, and takes a multiple of the time.
 */
final class QueueStore extends AbstractActor {

    private static final String QUEUES = "queues";

    private final Documents documents;
    private final DocumentMap queues;
    private final Map<String, DocumentMap> messages = new HashMap<>();

    QueueStore(Documents documents) {
        this.documents = documents;
        this.queues = documents.map(QUEUES);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(QueueEvent.MessageAdded.class, event -> keep(event.queueName(), event.message()))
                .match(QueueEvent.MessageUpdated.class, event -> keep(event.queueName(), event.message()))
                .match(QueueEvent.MessageRemoved.class, event -> {
                    messages(event.queueName()).remove(event.messageId());
                    done();
                })
                .match(QueueEvent.QueueCreated.class, event -> keep(event.queue()))
                .match(QueueEvent.QueueMetadataUpdated.class, event -> keep(event.queue()))
                .match(QueueEvent.QueueDeleted.class, event -> forget(event.queueName()))
                .build();
    }

    /** The queues of the last run, dead-letter queues before those that name them. */
    static List<CreateQueueMetadata> queues(Documents documents) {
        return documents.map(QUEUES).all().values().stream()
                .map(QueueStore::metadata)
                .sorted(Comparator.comparing(queue -> queue.deadLettersQueue().isDefined()))
                .toList();
    }

    /** The messages that the last run left in a queue. */
    static List<InternalMessage> messages(Documents documents, String queue) {
        return documents.map(mapOf(queue)).all().values().stream()
                .map(StoredMessage::read)
                .toList();
    }

    private void keep(String queue, InternalMessage message) {
        messages(queue).put(message.id(), StoredMessage.write(message));
        done();
    }

    private void keep(QueueData queue) {
        queues.put(queue.name(), bytes(CreateQueueMetadata.from(queue)));
    }

    private void forget(String queue) {
        queues.remove(queue);
        messages.remove(queue);
        documents.drop(mapOf(queue));
    }

    private DocumentMap messages(String queue) {
        return messages.computeIfAbsent(queue, name -> documents.map(mapOf(name)));
    }

    private void done() {
        getSender().tell(OperationSuccessful$.MODULE$, getSelf());
    }

    private static String mapOf(String queue) {
        return "messages." + queue;
    }

    private static byte[] bytes(CreateQueueMetadata queue) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(queue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static CreateQueueMetadata metadata(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (CreateQueueMetadata) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a queue in the state folder was written by another version", e);
        }
    }
}
