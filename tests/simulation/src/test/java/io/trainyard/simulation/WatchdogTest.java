package io.trainyard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.events.EventType;
import io.trainyard.events.FailureClass;
import io.trainyard.events.JobDelayed;
import io.trainyard.events.JobFailed;
import io.trainyard.events.JobNudgeRequested;
import io.trainyard.events.json.Delivered;
import io.trainyard.ledger.domain.JobStatus;
import io.trainyard.pace.Rates;
import io.trainyard.steps.domain.AttemptKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lost events, a crowd at a slow control plane, and events that nobody hears: what the watchdog is for. */
class WatchdogTest {

    private static final Duration LONGEST = Duration.ofDays(60);
    private static final Duration FIRST_CHECK = Duration.ofMinutes(10);

    /** Every twentieth event of SageMaker is lost, and nothing else goes wrong. */
    private static final Odds LOSING = Odds.only(Fault.SAGEMAKER_EVENT_LOST, 20);

    @Test
    void fiveHundredJobsFinishAlthoughSageMakersEventsAreLostForOneInTwenty() {
        var stage = new Stage(1, LOSING, false);
        var world = new World(stage, Rates.of("*=1000/1000,Describe=1/30"), false);
        Instant now = stage.clock().instant();
        List<Delivered> jobs = IntStream.rangeClosed(1, 500)
                .mapToObj(number -> Requests.trained("upstream", number, now))
                .toList();
        jobs.forEach(job -> world.submit(job, Duration.ZERO));

        stage.runUntil(now.plus(LONGEST), () -> {});

        var training = world.services().training();
        Map<AttemptKey, Integer> ticks = world.services().fired("training");
        int lost = stage.fired().getOrDefault(Fault.SAGEMAKER_EVENT_LOST, 0);
        int described =
                training.looks().values().stream().mapToInt(Integer::intValue).sum();
        int fired = ticks.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "500 jobs, %d SageMaker events lost: %d completed, timers fired %d times, Describe %d, List %d, dead letters %d%n",
                lost,
                count(world, JobStatus.COMPLETED),
                fired,
                described,
                training.lists(),
                stage.fired().getOrDefault(Fault.PARKED, 0));
        assertThat(lost).isBetween(10, 50);
        assertThat(count(world, JobStatus.COMPLETED)).isEqualTo(500);
        assertThat(training.looks())
                .allSatisfy((name, looks) -> assertThat(looks).isLessThanOrEqualTo(ticksOf(ticks, name)));
        assertThat(settledInTheirFirstInterval(world))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(training.looks()).doesNotContainKey(name));
        assertThat(training.lists()).isZero();
        assertThat(stage.fired()).doesNotContainKey(Fault.PARKED);
    }

    @Test
    void twoThousandStepsAtOncePassAtTheirPaceAndDelayNobodyElse() {
        var stage = new Stage(2, Odds.NONE, false);
        var world = new World(stage, Rates.of("*=1000/1000,CreateTrainingJob=1"), false);
        Instant start = stage.clock().instant();
        List<Delivered> crowd = IntStream.rangeClosed(1, 2_000)
                .mapToObj(number -> Requests.trained("crowd", number, start))
                .toList();
        crowd.forEach(job -> world.submit(job, Duration.ZERO));
        List<Delivered> others = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> Requests.trained("other-" + number, 1, start))
                .toList();
        others.forEach(job -> world.submit(job, after(others.indexOf(job))));

        stage.runUntil(start.plus(LONGEST), () -> {});

        List<Duration> waits = others.stream()
                .map(job -> Duration.between(start.plus(after(others.indexOf(job))), created(world, job)))
                .toList();
        Map<String, Instant> created = world.services().training().created();
        List<Instant> times = created.values().stream().sorted().toList();
        Duration longest = waits.stream().max(Duration::compareTo).orElseThrow();
        System.out.printf(
                "2,000 steps at once at 1 create a second: %,d creates in %,d s, dead letters %d;"
                        + " first jobs of 10 other callers created after %d to %d s%n",
                created.size(),
                Duration.between(times.getFirst(), times.getLast()).toSeconds(),
                stage.fired().getOrDefault(Fault.PARKED, 0),
                waits.stream().min(Duration::compareTo).orElseThrow().toSeconds(),
                longest.toSeconds());
        assertThat(created).hasSize(2_010);
        assertThat(stage.fired()).doesNotContainKey(Fault.PARKED);
        assertThat(count(world, JobStatus.COMPLETED)).isEqualTo(2_010);
        assertThat(fastest(times, 60)).as("creates in any minute").isLessThanOrEqualTo(60 + 4);
        assertThat(delayed(world))
                .as("jobs that were told when they are tried again")
                .hasSizeGreaterThan(1_800);
        assertThat(delayed(world))
                .doesNotContainAnyElementsOf(
                        others.stream().map(Requests::jobId).toList());
        // Two messages, each on its way for 20 seconds at most, and a second for the token.
        assertThat(longest).isLessThanOrEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void anEventThatNoRuleMatchedFailsTheRunAtItsDeadlineAndTellsWhereItWasLastSeen() {
        var stage = new Stage(3, Odds.NONE, false);
        var world = new World(stage, false);
        world.bus().deaf.add("model");
        Delivered job = Requests.trained("upstream", 1, stage.clock().instant());
        world.submit(job, Duration.ZERO);

        stage.runUntil(stage.clock().instant().plus(LONGEST), () -> {});

        var record = world.records().records().get(Requests.jobId(job));
        System.out.println(record.trouble().errorCause());
        assertThat(record.status()).isEqualTo(JobStatus.ERROR);
        assertThat(record.trouble().failureClass()).isEqualTo(FailureClass.PLATFORM);
        assertThat(record.trouble().errorStep()).isEqualTo("model");
        assertThat(record.trouble().errorCause())
                .contains(
                        "last seen in step model (model)",
                        "said training-completed at 2026-",
                        "nothing was heard of it since");
        assertThat(world.bus().said().stream().filter(event -> event.fact() instanceof JobFailed))
                .hasSize(1);
    }

    @Test
    void aNudgeBringsARunOnWhoseEventWasLost() {
        var stage = new Stage(4, Odds.NONE, false);
        var world = new World(stage, false);
        world.bus().deaf.add("model");
        Delivered job = Requests.trained("upstream", 1, stage.clock().instant());
        world.submit(job, Duration.ZERO);
        stage.runUntil(stage.clock().instant().plus(Duration.ofHours(3)), () -> {});
        world.bus().deaf.remove("model");

        for (int asked = 1; asked <= 2; asked++) {
            world.say(Requests.jobId(job), EventType.JOB_NUDGE_REQUESTED, new JobNudgeRequested(1, "somebody"));
        }
        stage.runUntil(stage.clock().instant().plus(LONGEST), () -> {});

        assertThat(world.records().records().get(Requests.jobId(job)).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(world.services().training().created()).hasSize(1);
        assertThat(world.services().models().names()).hasSize(1);
    }

    private static Duration after(int other) {
        return Duration.ofSeconds(240 + 150L * other);
    }

    private static long count(World world, JobStatus status) {
        return world.records().records().values().stream()
                .filter(record -> record.status() == status)
                .count();
    }

    private static int ticksOf(Map<AttemptKey, Integer> ticks, String name) {
        return ticks.entrySet().stream()
                .filter(entry -> entry.getKey().resource(Services.PREFIX).equals(name))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static List<String> settledInTheirFirstInterval(World world) {
        var training = world.services().training();
        return training.created().entrySet().stream()
                .filter(job -> training.ended(job.getKey())
                        .filter(end ->
                                end.isBefore(job.getValue().plus(FIRST_CHECK).minusSeconds(20)))
                        .isPresent())
                .filter(job -> !training.eventLost(job.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Instant created(World world, Delivered job) {
        return world.services().training().created().entrySet().stream()
                .filter(entry -> entry.getKey().contains(Requests.jobId(job)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the first job of " + job.source() + " is not created yet"));
    }

    private static Set<String> delayed(World world) {
        return world.bus().said().stream()
                .filter(event -> event.fact() instanceof JobDelayed)
                .map(event -> event.metadata().jobId())
                .collect(Collectors.toSet());
    }

    /** The most in any so many seconds. */
    private static int fastest(List<Instant> times, int seconds) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(first).plusSeconds(seconds).isAfter(times.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
