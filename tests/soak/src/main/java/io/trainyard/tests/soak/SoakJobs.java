package io.trainyard.tests.soak;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.Api;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.api.Jobs;
import io.trainyard.cli.job.S3DataSets;
import io.trainyard.cli.output.Json;
import io.trainyard.tests.mortal.MortalAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Jobs that an impatient caller asks for, again and again until somebody answers: always under the same key. */
final class SoakJobs {

    private static final Duration GLANCE = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final MortalAccount account;
    private final Surroundings surroundings;
    private final String data;

    SoakJobs(MortalAccount account, Surroundings surroundings) {
        this.account = account;
        this.surroundings = surroundings;
        this.data = upload();
    }

    /** Asks for whole jobs with a trainer that does nothing; returns their ids. */
    List<String> submit(int count) {
        List<String> ids =
                IntStream.rangeClosed(1, count).mapToObj(this::submitOne).toList();
        surroundings.err().println(ids.size() + " jobs are asked for");
        return ids;
    }

    /** Asks for the job of this number, which may be one that is there. */
    String submitOne(int number) {
        return stubbornly(() ->
                Json.text(jobs().submit(SoakRequest.of(number, data)), "jobId").orElseThrow());
    }

    /** Every job as it was seen last: over, or at the last moment. */
    List<JobView> ends(List<String> ids, Instant latest) {
        Map<String, JobView> ends = new LinkedHashMap<>();
        ids.forEach(
                id -> ends.put(id, new JobView(Json.object().put("jobId", id).put("status", "PENDING"))));
        List<String> open = new ArrayList<>(ids);
        String told = "";
        while (!open.isEmpty() && surroundings.clock().instant().isBefore(latest)) {
            for (String id : List.copyOf(open)) {
                glance(id).ifPresent(job -> ends.put(id, job));
                if (ends.get(id).isOver()) {
                    open.remove(id);
                }
            }
            String now = progress(ends);
            if (!now.equals(told)) {
                surroundings.err().println(now);
                told = now;
            }
            surroundings.pauseFor(GLANCE);
        }
        return List.copyOf(ends.values());
    }

    /** A look that may fail: the account or the function that answers has just been killed. */
    private Optional<JobView> glance(String id) {
        try {
            return Optional.of(jobs().job(id));
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }

    private static String progress(Map<String, JobView> now) {
        return now.values().stream()
                .collect(Collectors.groupingBy(JobView::status, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private Jobs jobs() {
        return new Jobs(Api.of(account.running()));
    }

    private String upload() {
        try (var dataSets = S3DataSets.of(account.running())) {
            return dataSets.upload(Files.writeString(account.home().temporary().resolve("train.csv"), "x,y\n1,2\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A killed account refuses connections and a killed function answers 502: both are asked again. */
    private <T> T stubbornly(Supplier<T> call) {
        Instant latest = surroundings.clock().instant().plus(PATIENCE);
        while (true) {
            try {
                return call.get();
            } catch (CommandFailure e) {
                if (surroundings.clock().instant().isAfter(latest)) {
                    throw e;
                }
                surroundings.pauseFor(AGAIN);
            }
        }
    }
}
