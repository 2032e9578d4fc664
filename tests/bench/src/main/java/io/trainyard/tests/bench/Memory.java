package io.trainyard.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the account and its functions hold when all of them are warm and nothing is under way. */
final class Memory implements Measurement {

    private static final double MOST = 2.5 * 1024;
    private static final Duration GLANCE = Duration.ofSeconds(2);
    /** Beyond one process per function, processes end after an idle minute. */
    private static final int GLANCES = 60;

    private final Arena arena;
    private final Jobs jobs;
    private final JobRequests requests;
    private final String data;
    private final Surroundings surroundings;

    Memory(Arena arena, Jobs jobs, JobRequests requests, String data, Surroundings surroundings) {
        this.arena = arena;
        this.jobs = jobs;
        this.requests = requests;
        this.data = data;
        this.surroundings = surroundings;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Row> take() throws IOException, InterruptedException {
        // Everything but notices is warm by now; it hears of failures only.
        jobs.finished(jobs.submit(requests.failing(data)));
        List<Held> all = settled();
        double total = all.stream().mapToDouble(Held::megabytes).sum();
        return List.of(new Row(
                "account and warm functions, idle",
                "2.5 GB",
                Figures.precise(total / 1024) + " GB",
                all.size() + " processes",
                "all of the above",
                Verdict.of(total <= MOST),
                List.of(
                        "Resident set sizes added up, pages that processes share counted for each; no containers.",
                        String.join(
                                ", ",
                                all.stream()
                                        .map(held -> held.name() + " " + Math.round(held.megabytes()) + " MB")
                                        .toList()))));
    }

    private record Held(String name, double megabytes) {}

    /** One process per function, once the others have gone. */
    private List<Held> settled() throws IOException, InterruptedException {
        JsonNode functions = functions();
        for (int i = 0; i < GLANCES && anyHasNotOne(functions); i++) {
            surroundings.pauseFor(GLANCE);
            functions = functions();
        }
        List<Held> all = new ArrayList<>();
        all.add(new Held("account", Resident.megabytes(arena.account().process().pid())));
        for (JsonNode function : functions) {
            for (JsonNode process : function.path("processes")) {
                all.add(new Held(function.path("name").asText(), Resident.megabytes(process.asLong())));
            }
        }
        return all;
    }

    private static boolean anyHasNotOne(JsonNode functions) {
        for (JsonNode function : functions) {
            if (function.path("processes").size() != 1) {
                return true;
            }
        }
        return false;
    }

    private JsonNode functions() {
        return new Api(arena.account().endpoint()).get("/_trainyard/functions").path("functions");
    }
}
