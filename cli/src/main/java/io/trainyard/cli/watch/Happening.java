package io.trainyard.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.api.EventView;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.output.Elapsed;
import io.trainyard.cli.output.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a job: an event, or a status that it came to.
 *
 * @param id tells it from every other of the job
 * @param name the event's or the status's
 * @param subject step and attempt of an event, and the instance that it did not get
 * @param at when, as an ISO instant
 * @param after how long after the job was asked for
 * @param isStatus whether it is a status
 */
record Happening(String id, String name, String subject, String at, Optional<Duration> after, boolean isStatus) {

    /** Everything so far in the order of time; of one moment, the event first and then the status that it led to. */
    static List<Happening> of(JobView job) {
        List<Happening> all = new ArrayList<>();
        for (EventView event : job.events()) {
            all.add(new Happening(
                    event.id(),
                    event.name(),
                    subject(job, event),
                    event.at().orElse(""),
                    after(job, event.at()),
                    false));
        }
        for (JsonNode status : job.history()) {
            String name = Json.text(status, "status").orElse("?");
            Optional<String> at = Json.text(status, "at");
            String id = name + " of run " + Json.text(status, "run").orElse("");
            all.add(new Happening(id, name, "", at.orElse(""), after(job, at), true));
        }
        all.sort(Comparator.comparing(Happening::at));
        return List.copyOf(all);
    }

    private static String subject(JobView job, EventView event) {
        return job.tries().stream()
                .filter(tried -> event.name().equals("capacity-error"))
                .filter(tried -> event.step().equals(Optional.of(tried.step())))
                .filter(tried -> event.attempt().equals(Optional.of(tried.attempt())))
                .findFirst()
                .map(tried -> event.subject() + "  " + tried.summary())
                .orElse(event.subject());
    }

    private static Optional<Duration> after(JobView job, Optional<String> at) {
        return Elapsed.between(job.createdAt(), at);
    }
}
