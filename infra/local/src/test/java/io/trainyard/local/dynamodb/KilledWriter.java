package io.trainyard.local.dynamodb;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/** A process made to be killed: writes pairs of items by transactions and tells each on stdout once it is answered. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        DynamoDbService service = new DynamoDbService(Path.of(arguments[0]), Clock.systemUTC());
        DirectCalls calls = new DirectCalls(service);
        Thread.ofPlatform().daemon(true).start(() -> checkpointAllTheTime(service));
        for (long number = Long.parseLong(arguments[1]); ; number++) {
            calls.ok("TransactWriteItems", pair(number));
            out.println(number);
            out.flush();
        }
    }

    /** So that most kills fall into the middle of one, or of a rewrite. */
    private static void checkpointAllTheTime(DynamoDbService service) {
        for (int round = 1; ; round++) {
            service.checkpoint();
            if (round % 20 == 0) {
                service.rewrite();
            }
        }
    }

    private static String pair(long number) {
        String put =
                "{\"Put\": {\"TableName\": \"things\", \"Item\": {\"pk\": {\"S\": \"%s-%d\"}, \"n\": {\"N\": \"%d\"}}}}";
        return "{\"TransactItems\": [" + put.formatted("left", number, number) + ", "
                + put.formatted("right", number, number) + "]}";
    }
}
