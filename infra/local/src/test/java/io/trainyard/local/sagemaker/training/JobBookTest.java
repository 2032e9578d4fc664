package io.trainyard.local.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.local.sagemaker.records.Resource;
import io.trainyard.local.sagemaker.records.Shelf;
import io.trainyard.local.sagemaker.records.StateEvents;
import io.trainyard.local.sagemaker.wire.CallLedger;
import io.trainyard.local.sagemaker.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobBookTest {

    @TempDir
    private Path home;

    private final List<String> said = new ArrayList<>();

    @Test
    void tellsTheLedgerOnceHowAJobEnded() throws IOException {
        var ledger = ledger();
        var book = book(ledger);
        book.open(Resource.of("j1", Json.object(), Map.of()));
        book.move("j1", Phase.COMPLETED);
        book.say("j1");

        assertThat(told(ledger)).containsExactly("created", "Completed");
    }

    /** Chaos, 40 jobs, seed 1: a job had completed, and the ledger, from which verdicts are read, never heard of it. */
    @Test
    void whatAKillKeptFromTheLedgerIsToldByTheNextAccount() throws IOException {
        var killed = ledger();
        var book = book(killed);
        killed.close();
        book.open(Resource.of("j1", Json.object(), Map.of()));
        book.move("j1", Phase.COMPLETED);

        var next = ledger();
        book(next).say("j1");

        assertThat(told(next)).containsExactly("created", "Completed");
        assertThat(told(ledger())).containsExactly("created", "Completed");
    }

    private JobBook book(CallLedger ledger) throws IOException {
        var events = new StateEvents((source, type, detail, resources) -> said.add(type));
        return new JobBook(new Shelf(home.resolve("jobs")), events, Clock.systemUTC(), ledger);
    }

    private CallLedger ledger() throws IOException {
        return new CallLedger(home.resolve("calls.jsonl"), Clock.systemUTC());
    }

    private static List<String> told(CallLedger ledger) {
        return ledger.json().path("entries").findValues("what").stream()
                .map(JsonNode::asText)
                .toList();
    }
}
