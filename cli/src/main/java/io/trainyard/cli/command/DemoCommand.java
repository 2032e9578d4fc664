package io.trainyard.cli.command;

import io.trainyard.cli.ExitCode;
import io.trainyard.cli.Surroundings;
import io.trainyard.cli.TrainyardCommand;
import io.trainyard.cli.demo.Demo;
import io.trainyard.cli.demo.Example;
import io.trainyard.cli.demo.Score;
import io.trainyard.cli.demo.Stage;
import io.trainyard.cli.output.Elapsed;
import io.trainyard.cli.output.Printer;
import io.trainyard.cli.output.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole way once: a real event, a real training, a real model, scored on rows that training never saw. */
@Command(name = "demo", description = "Train, deploy and score an example, step by step; leaves nothing running.")
public final class DemoCommand implements Callable<Integer> {

    private final TrainyardCommand trainyard;

    @Option(
            names = "--example",
            paramLabel = "NAME",
            defaultValue = "penguins",
            description = "a folder of examples/ (default: ${DEFAULT-VALUE})")
    String example = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the seed of training (default: ${DEFAULT-VALUE})")
    long seed;

    public DemoCommand(TrainyardCommand trainyard) {
        this.trainyard = trainyard;
    }

    @Override
    public Integer call() {
        Printer printer = trainyard.printer();
        Surroundings surroundings = trainyard.surroundings();
        Instant began = surroundings.clock().instant();
        Example chosen = Example.named(example, surroundings.root());
        printer.now("starting an account");
        Score score;
        try (Stage stage = Stage.in(trainyard.home(), surroundings)) {
            printer.progress("%s at %s"
                    .formatted(
                            stage.isTemporary() ? "an account of its own" : "the running account",
                            stage.account().endpoint()));
            score = new Demo(surroundings, printer, stage).play(chosen, seed);
        }
        print(printer, score);
        printer.progress("took "
                + Elapsed.text(Duration.between(began, surroundings.clock().instant())));
        return (score.reached() ? ExitCode.OK : ExitCode.TARGET_MISSED).status();
    }

    private static void print(Printer printer, Score score) {
        printer.document(score.document());
        printer.line("");
        printer.line("%s on %d rows that training never saw".formatted(score.measure(), score.rows()));
        printer.table(List.of(
                List.of("  baseline", figure(score.baseline()), score.baselineName()),
                List.of("  model", figure(score.model()), "target: " + score.target())));
        printer.line(
                score.reached()
                        ? printer.paint(Style.GOOD, "target reached")
                        : printer.paint(Style.BAD, "target missed"));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
