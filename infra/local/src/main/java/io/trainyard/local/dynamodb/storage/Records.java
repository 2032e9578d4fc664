package io.trainyard.local.dynamodb.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** One batch as a record of the journal: length, checksum, changes. Part of the state folder's format. */
final class Records {

    static final int HEADER = 8;

    private static final int PUT = 1;
    private static final int REMOVE = 2;
    private static final int DROP = 3;

    private Records() {}

    static byte[] encode(List<Change> changes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0);
        out.writeInt(changes.size());
        for (Change change : changes) {
            write(out, change);
        }
        byte[] record = bytes.toByteArray();
        ByteBuffer.wrap(record).putInt(record.length - HEADER).putInt(checksum(record, HEADER));
        return record;
    }

    static List<Change> decode(byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        int count = in.readInt();
        List<Change> changes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            changes.add(read(in));
        }
        return changes;
    }

    static int checksum(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }

    private static void write(DataOutputStream out, Change change) throws IOException {
        switch (change) {
            case Change.Put put -> {
                out.writeByte(PUT);
                out.writeUTF(put.map());
                writeBytes(out, put.key());
                writeBytes(out, put.value());
            }
            case Change.Remove remove -> {
                out.writeByte(REMOVE);
                out.writeUTF(remove.map());
                writeBytes(out, remove.key());
            }
            case Change.Drop drop -> {
                out.writeByte(DROP);
                out.writeUTF(drop.map());
            }
        }
    }

    private static Change read(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        String map = in.readUTF();
        return switch (tag) {
            case PUT -> new Change.Put(map, readBytes(in), readBytes(in));
            case REMOVE -> new Change.Remove(map, readBytes(in));
            case DROP -> new Change.Drop(map);
            default -> throw new IOException("Unknown change " + tag);
        };
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
