package io.trainyard.tests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.job.S3DataSets;
import io.trainyard.cli.output.Json;
import io.trainyard.tests.mortal.Door;
import io.trainyard.tests.mortal.EventCaller;
import io.trainyard.tests.mortal.Kills;
import io.trainyard.tests.mortal.MortalAccount;
import io.trainyard.tests.mortal.Reply;
import io.trainyard.tests.mortal.Resources;
import io.trainyard.tests.mortal.ServicesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** One run: jobs go in while everything is killed, then all is left in peace for a while, then it is judged. */
final class ChaosRun {

    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration PEACE = Duration.ofSeconds(45);
    private static final int SUBMITTERS = 4;
    private static final int WATCHERS = 4;

    private final Surroundings surroundings;
    private final Options options;
    private final List<PlannedJob> jobs;
    private final Conditions conditions;
    private final List<Course> courses = Collections.synchronizedList(new ArrayList<>());
    private Instant began;

    ChaosRun(Surroundings surroundings, Options options) {
        this.surroundings = surroundings;
        this.options = options;
        boolean climbs = Files.exists(surroundings.root().resolve("services/capacity/service.yaml"));
        this.jobs = JobMix.of(options.jobs(), options.seed(), climbs);
        this.conditions = new Conditions(options, jobs, climbs);
        this.began = surroundings.clock().instant();
    }

    /** @return whether nothing was wrong */
    boolean in(Path folder) throws IOException {
        describe();
        try (var account = MortalAccount.start(surroundings, folder, conditions.settings())) {
            String data = upload(account, folder);
            new WarmUp(surroundings, options).take(account, data);
            began = surroundings.clock().instant();
            account.door().post("/_trainyard/faults", conditions.faults()).orElseThrow();
            var kills = new Kills(account, surroundings, options.pace());
            kills.begin();
            try (kills;
                    var bus = new EventCaller(account.running())) {
                drive(account, new Submission(surroundings, account.door(), bus, data));
            }
            JsonNode fired = inside(account, "faults");
            account.door().delete("/_trainyard/faults");
            awaitPeace(account);
            return new Report(surroundings, options).print(courses, fired, kills, this::inside, account);
        }
    }

    private void describe() {
        var out = surroundings.out();
        Map<Fate, Long> fates =
                jobs.stream().collect(Collectors.groupingBy(PlannedJob::fate, TreeMap::new, Collectors.counting()));
        out.println("chaos: " + jobs.size() + " jobs, seed " + options.seed() + ": " + fates);
        out.println("kill -9: a function every " + options.functionEvery() + ", the account every "
                + options.accountEvery());
        out.println("queues: visibility " + ServicesFolder.VISIBILITY + " s, " + ServicesFolder.RECEIVES
                + " receives, functions' time " + ServicesFolder.FUNCTION_TIMEOUT + " s");
        conditions.settings().forEach(setting -> out.println("setting: " + setting));
        conditions.classes().forEach(fault -> out.println("fault: " + fault));
        out.flush();
    }

    private static String upload(MortalAccount account, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("train.csv"), "x,y\n1,2\n");
        try (var dataSets = S3DataSets.of(account.running())) {
            return dataSets.upload(file);
        }
    }

    private void drive(MortalAccount account, Submission submission) {
        try (var threads = Executors.newFixedThreadPool(SUBMITTERS + WATCHERS)) {
            jobs.forEach(job -> threads.submit(() -> courses.add(new Course(job, submission.submit(job)))));
            while (!over() && inTime()) {
                Instant looked = surroundings.clock().instant();
                watch(account.door());
                progress();
                surroundings.pauseFor(
                        pauseAfter(Duration.between(looked, surroundings.clock().instant())));
            }
            threads.shutdownNow();
        }
    }

    /** Longer than the looking took: who watches jobs must not be what keeps the account busy. */
    private static Duration pauseAfter(Duration looking) {
        Duration share = looking.multipliedBy(4);
        return share.compareTo(GLANCE) > 0 ? share : GLANCE;
    }

    private boolean over() {
        return courses.size() == jobs.size() && open().isEmpty();
    }

    private List<Course> open() {
        synchronized (courses) {
            return courses.stream().filter(course -> !course.isOver()).toList();
        }
    }

    private boolean inTime() {
        return surroundings.clock().instant().isBefore(began.plus(options.limit()));
    }

    private void watch(Door door) {
        try (var threads = Executors.newFixedThreadPool(WATCHERS)) {
            open().forEach(course -> threads.submit(() -> course.advance(door)));
        }
    }

    private void progress() {
        Map<String, Long> statuses;
        synchronized (courses) {
            statuses = courses.stream()
                    .collect(Collectors.groupingBy(Course::status, TreeMap::new, Collectors.counting()));
        }
        surroundings
                .err()
                .println("%4d s  %d of %d asked for  %s"
                        .formatted(elapsed().toSeconds(), courses.size(), jobs.size(), new LinkedHashMap<>(statuses)));
    }

    private Duration elapsed() {
        return Duration.between(began, surroundings.clock().instant());
    }

    /** Nothing is killed any more: what has to be stopped, deleted or told has a while to be. */
    private void awaitPeace(MortalAccount account) {
        Instant end = surroundings.clock().instant().plus(PEACE);
        while (surroundings.clock().instant().isBefore(end)
                && !Verdict.of(courses, new Resources(inside(account, "sagemaker/ledger")), List.of())
                        .orphaned()
                        .isEmpty()) {
            courses.forEach(course -> course.advance(account.door()));
            surroundings.pauseFor(GLANCE);
        }
        courses.forEach(course -> course.advance(account.door()));
    }

    private JsonNode inside(MortalAccount account, String what) {
        return account.door().get("/_trainyard/" + what).map(Reply::body).orElseGet(Json::object);
    }
}
