package io.trainyard.trainer.training;

import ai.djl.engine.Engine;
import io.trainyard.trainer.artifact.Answer;
import io.trainyard.trainer.artifact.Artifact;
import io.trainyard.trainer.artifact.GoldenRow;
import io.trainyard.trainer.artifact.ModelDescription;
import io.trainyard.trainer.artifact.Predictor;
import io.trainyard.trainer.contract.ContainerFailure;
import io.trainyard.trainer.contract.ContainerLayout;
import io.trainyard.trainer.contract.FailureFile;
import io.trainyard.trainer.contract.HyperparametersFile;
import io.trainyard.trainer.contract.StopSignal;
import io.trainyard.trainer.data.Preparation;
import io.trainyard.trainer.data.Prepared;
import io.trainyard.trainer.network.TorchEngine;
import io.trainyard.trainer.parameters.TrainingParameters;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/** {@code train}: reads configuration and channels, leaves a model or a failure file. */
public final class TrainCommand {

    private final ContainerLayout layout;
    private final Map<String, String> environment;
    private final PrintStream out;

    /**
     * A run that has not begun.
     *
     * @param environment read for the engine's settings only
     * @param out takes one line per epoch
     */
    public TrainCommand(ContainerLayout layout, Map<String, String> environment, PrintStream out) {
        this.layout = layout;
        this.environment = environment;
        this.out = out;
    }

    /**
     * Trains.
     *
     * @return the exit code: 0, or 255 with the reason in the failure file
     */
    public int run(StopSignal stop) {
        try {
            train(stop);
            return 0;
        } catch (ContainerFailure e) {
            FailureFile.write(layout, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            FailureFile.write(
                    layout,
                    "the data or the network need more than the %d MB of this instance's heap: use a larger instance type"
                            .formatted(megabytes));
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            FailureFile.write(layout, "the trainer failed unexpectedly: " + e);
        }
        return FailureFile.EXIT_CODE;
    }

    private void train(StopSignal stop) throws IOException {
        TrainingParameters parameters = TrainingParameters.of(HyperparametersFile.read(layout.hyperparameters()));
        Inputs inputs = Inputs.read(layout);
        Prepared data = Preparation.prepare(inputs.train(), inputs.validation(), parameters);
        Report report = new Report(out, layout.outputData());
        report.say("rows train=%d validation=%d inputs=%d outputs=%d"
                .formatted(
                        data.training().size(),
                        data.validation().size(),
                        data.schema().width(),
                        data.target().outputs()));
        Engine engine = TorchEngine.start(environment);
        TrainingRun run = new TrainingRun(parameters, data, report, new CheckpointFile(layout.checkpoints(), report));
        try {
            run.train(engine, stop);
        } finally {
            // What was good so far is kept, however the run ended.
            if (run.hasModel()) {
                keep(run, data);
            }
        }
        ModelDescription.Origin origin = run.description().training();
        report.end(origin.epochs(), origin.bestEpoch(), run.metrics());
    }

    private void keep(TrainingRun run, Prepared data) throws IOException {
        Artifact artifact = new Artifact(run.description(), run.bestWeights());
        artifact.write(layout.model());
        try (Predictor predictor = new Predictor(artifact)) {
            float[] row = predictor.schema().encode(data.sample(), (column, problem) -> {
                throw new IllegalStateException("the golden row is not readable: " + column + " " + problem);
            });
            Answer expected = new Answer(predictor.predict(List.of(row)));
            String body = CSVFormat.RFC4180.format(data.sample().toArray());
            Artifact.writeGolden(layout.model(), new GoldenRow("text/csv", body, expected.json()));
        }
    }
}
