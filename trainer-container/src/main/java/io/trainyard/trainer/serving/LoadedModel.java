package io.trainyard.trainer.serving;

import ai.djl.engine.Engine;
import io.trainyard.trainer.artifact.Artifact;
import io.trainyard.trainer.artifact.Predictor;
import io.trainyard.trainer.contract.ContainerFailure;
import io.trainyard.trainer.network.TorchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The model of this server: being loaded, loaded, or not loadable. */
final class LoadedModel {

    private final CompletableFuture<Predictor> predictor;

    private LoadedModel(CompletableFuture<Predictor> predictor) {
        this.predictor = predictor;
    }

    /** Loads beside the caller, so that the port answers from the first moment. */
    static LoadedModel load(Path folder, Map<String, String> environment) {
        CompletableFuture<Predictor> future = new CompletableFuture<>();
        Thread.ofPlatform().name("load").daemon().start(() -> {
            try {
                future.complete(read(folder, environment));
            } catch (IOException | RuntimeException | LinkageError e) {
                System.err.println("the model does not load: " + e.getMessage());
                future.completeExceptionally(e);
            }
        });
        return new LoadedModel(future);
    }

    private static Predictor read(Path folder, Map<String, String> environment) throws IOException {
        // The engine takes most of a second to load; the files are read meanwhile.
        CompletableFuture<Engine> engine = CompletableFuture.supplyAsync(() -> TorchEngine.start(environment));
        Artifact artifact = Artifact.read(folder);
        engine.join();
        try {
            Predictor predictor = new Predictor(artifact);
            // The first prediction takes long: it is better spent before the first caller comes.
            predictor.predict(List.of(new float[predictor.schema().width()]));
            return predictor;
        } catch (RuntimeException e) {
            throw new ContainerFailure("the artifact's files do not belong together: " + e.getMessage(), e);
        }
    }

    /** Waits until loading has ended, well or not; false where it has not. */
    boolean await(Duration patience) {
        try {
            predictor.handle((loaded, problem) -> true).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The model.
     *
     * @throws HttpProblem 503 while it is being loaded, 500 when it cannot be
     */
    Predictor get() {
        if (!predictor.isDone()) {
            throw new HttpProblem(503, "the model is being loaded: ask again in a second");
        }
        if (predictor.isCompletedExceptionally()) {
            throw new HttpProblem(500, "the model does not load; the container's log says why");
        }
        return predictor.join();
    }

    /** Empty when the model answers, else the sentence for whoever asks. */
    String problem() {
        try {
            get();
            return "";
        } catch (HttpProblem e) {
            return String.valueOf(e.getMessage());
        }
    }
}
