package io.trainyard.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhenEachStepOfOneJobWasFirstClaimed() throws IOException {
        Path log = Files.writeString(folder.resolve("probe.log"), """
                Picked up JAVA_TOOL_OPTIONS: none
                {"timestamp":"2026-01-01T00:00:00.001Z","message":"claimed 1#p1#1","mdc":{"jobId":"a"}}
                {"timestamp":"2026-01-01T00:00:00.002Z","message":"claimed 1#p1#1","mdc":{"jobId":"b"}}
                {"timestamp":"2026-01-01T00:00:00.003Z","message":"claimed 1#p2#1","mdc":{"jobId":"a"}}
                {"timestamp":"2026-01-01T00:00:00.004Z","message":"claimed 1#p2#2","mdc":{"jobId":"a"}}
                {"timestamp":"2026-01-01T00:00:00.005Z","message":"something else","mdc":{"jobId":"a"}}
                """);

        assertThat(Claims.of(log, "\"a\""))
                .isEqualTo(Map.of(
                        "p1", Instant.parse("2026-01-01T00:00:00.001Z"),
                        "p2", Instant.parse("2026-01-01T00:00:00.003Z")));
    }
}
