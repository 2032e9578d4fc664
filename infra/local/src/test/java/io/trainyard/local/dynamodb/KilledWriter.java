package io.trainyard.local.dynamodb;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/** A process made to be killed: writes pairs of items by transactions and tells each on stdout once it is answered. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        DirectCalls calls = new DirectCalls(new DynamoDbService(Path.of(arguments[0]), Clock.systemUTC()));
        for (long number = Long.parseLong(arguments[1]); ; number++) {
            calls.ok("TransactWriteItems", pair(number));
            out.println(number);
            out.flush();
        }
    }

    private static String pair(long number) {
        String put =
                "{\"Put\": {\"TableName\": \"things\", \"Item\": {\"pk\": {\"S\": \"%s-%d\"}, \"n\": {\"N\": \"%d\"}}}}";
        return "{\"TransactItems\": [" + put.formatted("left", number, number) + ", "
                + put.formatted("right", number, number) + "]}";
    }
}
