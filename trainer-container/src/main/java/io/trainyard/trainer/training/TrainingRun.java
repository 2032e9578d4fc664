package io.trainyard.trainer.training;

import ai.djl.engine.Engine;
import io.trainyard.trainer.artifact.ModelDescription;
import io.trainyard.trainer.contract.ContainerFailure;
import io.trainyard.trainer.contract.StopSignal;
import io.trainyard.trainer.data.Prepared;
import io.trainyard.trainer.network.NetworkShape;
import io.trainyard.trainer.parameters.TrainingParameters;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Epoch after epoch until the last, until nothing gets better, or until somebody asks to stop. */
final class TrainingRun {

    private final TrainingParameters parameters;
    private final Prepared data;
    private final NetworkShape shape;
    private final Report report;
    private final CheckpointFile checkpoints;

    private int epoch;
    private int checkpointed;
    private Watch watch;
    private byte[] bestWeights = new byte[0];
    private Map<String, Double> bestMetrics = Map.of();

    TrainingRun(TrainingParameters parameters, Prepared data, Report report, CheckpointFile checkpoints) {
        this.parameters = parameters;
        this.data = data;
        this.report = report;
        this.checkpoints = checkpoints;
        shape = NetworkShape.of(
                data.schema().width(), parameters.layers(), data.target().outputs());
        watch = Watch.start(parameters.fit().learningRate());
    }

    /**
     * Trains, from the checkpoint if there is one.
     *
     * @throws ContainerFailure if the loss is no longer a number, or the checkpoint is another run's
     */
    void train(Engine engine, StopSignal stop) throws IOException {
        try (Learner learner = new Learner(engine, shape, parameters.fit())) {
            resume(learner);
            while (epoch < parameters.fit().epochs() && !watch.isOver(parameters.patience()) && !stop.isRequested()) {
                OptionalDouble loss = learner.learn(data.training(), epoch + 1, watch.learningRate(), stop::isUrgent);
                if (loss.isEmpty()) {
                    // The weights are between two epochs: the last checkpoint on disk is the one to go on from.
                    report.say("stopped within epoch=" + (epoch + 1));
                    return;
                }
                epoch++;
                finishEpoch(learner, loss.getAsDouble());
            }
            checkpoint(learner);
            if (stop.isRequested()) {
                report.say("stopped at epoch=" + epoch);
            }
        }
    }

    private void resume(Learner learner) throws IOException {
        checkpoints.read(parameters.fingerprint(), data.digest()).ifPresent(checkpoint -> {
            learner.restore(checkpoint.weights(), checkpoint.memory());
            epoch = checkpoint.progress().epoch();
            checkpointed = epoch;
            watch = checkpoint.progress().watch();
            bestMetrics = new LinkedHashMap<>(checkpoint.progress().bestMetrics());
            bestWeights = checkpoint.bestWeights();
            report.say("resumed at epoch=" + (epoch + 1));
        });
    }

    private void finishEpoch(Learner learner, double trainLoss) throws IOException {
        Learner.Outcome outcome = learner.judge(data.validation());
        demandFinite(trainLoss, outcome.loss());
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train:loss", trainLoss);
        metrics.put("validation:loss", outcome.loss());
        metrics.putAll(Evaluation.of(data.target(), data.validation(), outcome.outputs()));
        report.epoch(epoch, metrics, watch.learningRate());
        watch = watch.after(epoch, metrics.get(parameters.patience().monitor()), parameters.patience());
        if (watch.isBestAt(epoch)) {
            bestWeights = learner.weights();
            bestMetrics = metrics;
        }
        if (epoch % parameters.patience().checkpointEvery() == 0) {
            checkpoint(learner);
        }
    }

    private void checkpoint(Learner learner) throws IOException {
        if (epoch == checkpointed) {
            return;
        }
        Checkpoint.Progress progress =
                new Checkpoint.Progress(epoch, watch, bestMetrics, parameters.fingerprint(), data.digest());
        checkpoints.write(new Checkpoint(progress, learner.weights(), learner.memory(), bestWeights));
        checkpointed = epoch;
    }

    private void demandFinite(double trainLoss, double validationLoss) {
        if (!Double.isFinite(trainLoss) || !Double.isFinite(validationLoss)) {
            throw new ContainerFailure("the loss is no longer a number in epoch %d: lower 'learning-rate', which is %s"
                    .formatted(epoch, parameters.fit().learningRate()));
        }
    }

    boolean hasModel() {
        return bestWeights.length > 0;
    }

    byte[] bestWeights() {
        return bestWeights;
    }

    /** The figures of the kept epoch, and what predicting without a model scores. */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>(bestMetrics);
        Map.Entry<String, Double> baseline = Evaluation.baseline(data);
        metrics.put(baseline.getKey(), baseline.getValue());
        return metrics;
    }

    ModelDescription description() {
        ModelDescription.Origin origin = new ModelDescription.Origin(
                epoch,
                watch.bestEpoch(),
                data.training().size(),
                data.validation().size(),
                data.digest(),
                parameters.fingerprint());
        return new ModelDescription(
                ModelDescription.FORMAT_VERSION, data.schema(), data.target(), shape, origin, metrics());
    }
}
