package io.trainyard.cli.watch;

import io.trainyard.cli.account.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What training containers print, as far as this machine can see it: nothing where the account runs elsewhere. */
@FunctionalInterface
public interface TrainingLogs {

    /** The newest line about an epoch of the job's newest training job. */
    Optional<String> lastEpoch(String jobId);

    /** The logs below a home; training jobs are called {@code <prefix>-<job>-<step>-<run>-<attempt>}. */
    static TrainingLogs of(Home home) {
        return jobId -> newest(home.trainingLogs(), "-" + jobId + "-").flatMap(TrainingLogs::lastEpochIn);
    }

    private static Optional<Path> newest(Path logs, String part) {
        if (!Files.isDirectory(logs)) {
            return Optional.empty();
        }
        try (Stream<Path> jobs = Files.list(logs)) {
            return jobs.filter(job -> job.getFileName().toString().contains(part))
                    .max(Comparator.comparing(job -> job.toFile().lastModified()))
                    .map(job -> job.resolve("algo-1.log"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> lastEpochIn(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("epoch")).reduce((first, second) -> second);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
