package io.trainyard.tests.watchdog;

import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.api.JobView;
import io.trainyard.cli.job.S3DataSets;
import io.trainyard.cli.output.Json;
import io.trainyard.events.JobIds;
import io.trainyard.tests.mortal.EventCaller;
import io.trainyard.tests.mortal.MortalAccount;
import io.trainyard.tests.mortal.NoopJob;
import io.trainyard.tests.mortal.Reply;
import io.trainyard.tests.mortal.Resources;
import io.trainyard.tests.mortal.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An account in which nothing is killed, the callers on its bus, and its witnesses. */
final class Scene implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMillis(500);

    private final Surroundings surroundings;
    private final MortalAccount account;
    private final EventCaller bus;
    private final String data;
    private final Set<String> finished = new HashSet<>();
    private final Instant began;

    private Scene(Surroundings surroundings, MortalAccount account, String data) {
        this.surroundings = surroundings;
        this.account = account;
        this.bus = new EventCaller(account.running());
        this.data = data;
        this.began = now();
    }

    /** Prints the settings, and returns once the account answers. */
    static Scene open(Surroundings surroundings, List<String> settings) throws IOException {
        settings.forEach(setting -> surroundings.out().println("setting: " + setting));
        Path folder = TemporaryFolder.make("watchdog");
        // At Ctrl-C too: the account ends with this process, whose pipe it reads.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TemporaryFolder.remove(folder)));
        var account = MortalAccount.asDeployed(surroundings, folder, settings);
        try (var dataSets = S3DataSets.of(account.running())) {
            Path file = Files.writeString(folder.resolve("train.csv"), "x,y\n1,2\n");
            return new Scene(surroundings, account, dataSets.upload(file));
        }
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    /** The id that a request's job will have. */
    String id(String caller, String name) {
        return JobIds.draw(account.running().bus(), account.running().number(), caller, name);
    }

    /** The names of all resources of a job. */
    String resources(String jobId) {
        return account.running().bus() + "-" + jobId + "-*";
    }

    /** Asks for a job of a training and a model. */
    AskedJob ask(String caller, String name) {
        JsonNode request = NoopJob.toModel(name, NoopJob.training(data, "ml.m5.large"));
        Instant at = now();
        Optional<String> id = bus.ask(caller, name, request);
        while (id.isEmpty()) {
            surroundings.pauseFor(AGAIN);
            at = now();
            id = bus.ask(caller, name, request);
        }
        return new AskedJob(caller, id.get(), at);
    }

    void misbehave(JsonNode faults) {
        account.door().post("/_trainyard/faults", faults).filter(Reply::well).orElseThrow();
    }

    /** Returns once all have ended, or at that time. */
    void await(List<AskedJob> jobs, Instant latest) {
        while (now().isBefore(latest) && finished.size() < jobs.size()) {
            surroundings.pauseFor(GLANCE);
            Resources ledger = ledger();
            List<AskedJob> settled = new ArrayList<>(
                    jobs.stream().filter(job -> job.goneOn(ledger).isPresent()).toList());
            settled.stream().map(AskedJob::id).filter(this::completed).forEach(finished::add);
            surroundings
                    .err()
                    .println("%4d s  %d of %d finished, %d creates"
                            .formatted(
                                    Duration.between(began, now()).toSeconds(),
                                    finished.size(),
                                    jobs.size(),
                                    ledger.calls(AskedJob.CREATE::equals)));
        }
    }

    /** How many have ended well, as their records say. */
    int finished() {
        return finished.size();
    }

    Resources ledger() {
        return new Resources(inside("/_trainyard/sagemaker/ledger"));
    }

    /** How often faults struck. */
    long struck() {
        long struck = 0;
        for (JsonNode fault : inside("/_trainyard/faults").path("faults")) {
            struck += fault.path("fired").asLong();
        }
        return struck;
    }

    /** Open letters at the dead-letter desk. */
    long deadLetters() {
        JsonNode desk = inside("/dead-letters");
        if (!desk.has("open")) {
            throw new IllegalStateException("the dead-letter desk does not answer: " + desk);
        }
        return desk.path("open").asLong();
    }

    private boolean completed(String id) {
        return finished.contains(id)
                || account.door()
                        .get("/jobs/" + id)
                        .filter(Reply::well)
                        .map(reply -> new JobView(reply.body()).status().equals("COMPLETED"))
                        .orElse(false);
    }

    private JsonNode inside(String path) {
        return account.door().get(path).map(Reply::body).orElseGet(Json::object);
    }

    @Override
    public void close() {
        bus.close();
        account.close();
    }
}
