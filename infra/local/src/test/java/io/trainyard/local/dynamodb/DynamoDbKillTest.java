package io.trainyard.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answered write outlives a process killed in the middle of writing, and no transaction is there by halves. */
class DynamoDbKillTest {

    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    void keepsEveryAnsweredWriteOfAKilledProcess() throws Exception {
        try (DynamoDbService service = new DynamoDbService(folder, Clock.systemUTC())) {
            new DirectCalls(service).ok("CreateTable", DirectCalls.CREATE);
        }
        long next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            // Different lengths, so that kills fall at different points of a checkpoint.
            long answered = writeAndKill(next, 200 + 200L * kill);
            next = check(answered) + 1;
        }
        // Kills fell into checkpoints and rewrites, and yet there is one file of tables and one journal.
        assertThat(folder.toFile().list())
                .satisfiesOnlyOnce(name -> assertThat(name).matches("tables-\\d+\\.mv"))
                .satisfiesOnlyOnce(name -> assertThat(name).matches("journal-\\d+\\.log"))
                .hasSize(2);
    }

    /** Returns the last number whose write was answered. */
    private long writeAndKill(long from, long writes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = -1;
        try (BufferedReader answers = process.inputReader()) {
            String line = answers.readLine();
            while (line != null) {
                last = Long.parseLong(line);
                if (last == from + writes) {
                    // By its handle, which leaves the pipe open: what was answered before the kill still counts.
                    process.toHandle().destroyForcibly();
                }
                line = answers.readLine();
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        assertThat(last).isGreaterThanOrEqualTo(from + writes);
        return last;
    }

    /** Returns the last number that was written, answered or not. */
    private long check(long answered) {
        try (DynamoDbService service = new DynamoDbService(folder, Clock.systemUTC())) {
            DirectCalls calls = new DirectCalls(service);
            for (long number = 0; number <= answered; number++) {
                assertThat(isThere(calls, "left", number)).as("left " + number).isTrue();
                assertThat(isThere(calls, "right", number))
                        .as("right " + number)
                        .isTrue();
            }
            long after = answered + 1;
            while (isThere(calls, "left", after)) {
                assertThat(isThere(calls, "right", after)).isTrue();
                after++;
            }
            assertThat(isThere(calls, "right", after)).isFalse();
            return after - 1;
        }
    }

    private static boolean isThere(DirectCalls calls, String side, long number) {
        String key = "{\"TableName\": \"things\", \"Key\": {\"pk\": {\"S\": \"%s-%d\"}}}".formatted(side, number);
        return calls.ok("GetItem", key).contains("Item");
    }
}
