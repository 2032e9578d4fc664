package io.trainyard.local.sagemaker.training;

import io.trainyard.local.home.Folders;
import io.trainyard.local.sagemaker.records.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every run under way: as many at once as there are places, the others waiting their turn. */
public final class TrainingRuns implements AutoCloseable {

    private final Workshop workshop;
    private final JobBook book;
    private final Places places;
    private final Map<String, TrainingRun> running = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    public TrainingRuns(Workshop workshop, JobBook book, int atOnce) {
        this.workshop = workshop;
        this.book = book;
        this.places = new Places(atOnce);
    }

    /** Removes the working folders of all other jobs: an account that was killed had no time to. */
    void keepOnly(List<String> jobs) {
        Path folder = workshop.home().trainingFolder("");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path other : folders.filter(
                            each -> !jobs.contains(each.getFileName().toString()))
                    .toList()) {
                Folders.remove(other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove working folders of jobs that have ended", e);
        }
    }

    /** A run that has not begun; a stop asked for from now on reaches it. */
    TrainingRun prepare(Resource job) {
        TrainingRun run = new TrainingRun(workshop, book, job);
        running.put(job.name(), run);
        return run;
    }

    /** Begins the run and returns. */
    void begin(TrainingRun run) {
        String name = run.job().name();
        Thread thread = Thread.ofVirtual().name("training " + name).unstarted(() -> whole(name, run));
        synchronized (threads) {
            threads.removeIf(each -> each.getState() == Thread.State.TERMINATED);
            threads.add(thread);
        }
        thread.start();
    }

    Optional<TrainingRun> of(String job) {
        return Optional.ofNullable(running.get(job));
    }

    private void whole(String job, TrainingRun run) {
        CompletableFuture<Void> turn = places.take();
        try {
            if (!turn.isDone()) {
                book.move(job, Phase.PENDING);
            }
            CompletableFuture.anyOf(turn, run.stopping()).join();
            if (run.stopping().isDone()) {
                run.stoppedWhileWaiting();
            } else {
                run.run();
            }
        } catch (IOException | RuntimeException e) {
            run.broken(e);
        } finally {
            places.leave(turn);
            running.remove(job, run);
        }
    }

    /** Ends every container and leaves its job to be taken up again. */
    @Override
    public void close() {
        running.values().forEach(run -> run.stop(StopCause.CLOSING));
        List<Thread> left;
        synchronized (threads) {
            left = List.copyOf(threads);
        }
        for (Thread thread : left) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
