package io.trainyard.local.sqs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.sql.DBMessage;
import scala.Option;

/**
 * A message as it lies in the file: the columns that ElasticMQ's own tables have, one after the other.
 *
 * <p>A message that had been received when the account ended is visible at once in the next run: whoever received it
 * ended with the account. Its receive count stays.
 */
final class StoredMessage {

    private StoredMessage() {}

    static byte[] write(InternalMessage message) {
        var row = DBMessage.from(message);
        var bytes = new ByteArrayOutputStream(512 + row.content().length);
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(row.messageId());
            block(out, row.deliveryReceipts());
            out.writeLong(row.nextDelivery());
            block(out, row.content());
            block(out, row.attributes());
            out.writeLong(row.created());
            out.writeLong(row.received().isEmpty() ? -1 : (Long) row.received().get());
            out.writeInt(row.receiveCount());
            text(out, row.groupId());
            text(out, row.deduplicationId());
            text(out, row.tracingId());
            text(out, row.sequenceNumber());
            text(out, row.deadLetterSourceQueueName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static InternalMessage read(byte[] stored) {
        try (var in = new DataInputStream(new ByteArrayInputStream(stored))) {
            var id = in.readUTF();
            var receipts = block(in);
            var nextDelivery = in.readLong();
            var content = block(in);
            var attributes = block(in);
            var created = in.readLong();
            var received = received(in.readLong());
            var receives = in.readInt();
            return new DBMessage(
                            id,
                            receipts,
                            receives > 0 ? created : nextDelivery,
                            content,
                            attributes,
                            created,
                            received,
                            receives,
                            text(in),
                            text(in),
                            text(in),
                            text(in),
                            text(in))
                    .toInternalMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Option<Object> received(long millis) {
        return millis < 0 ? Option.empty() : Option.apply(millis);
    }

    private static void block(DataOutputStream out, byte[] block) throws IOException {
        out.writeInt(block.length);
        out.write(block);
    }

    private static byte[] block(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static void text(DataOutputStream out, Option<String> text) throws IOException {
        out.writeBoolean(text.isDefined());
        if (text.isDefined()) {
            out.writeUTF(text.get());
        }
    }

    private static Option<String> text(DataInputStream in) throws IOException {
        return in.readBoolean() ? Option.apply(in.readUTF()) : Option.empty();
    }
}
