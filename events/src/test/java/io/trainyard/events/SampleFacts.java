package io.trainyard.events;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.trainyard.events.request.EndpointSpec;
import io.trainyard.events.request.Gate;
import io.trainyard.events.request.Golden;
import io.trainyard.events.request.JobRequest;
import io.trainyard.events.request.Mode;
import io.trainyard.events.request.ModelSpec;
import io.trainyard.events.request.TrainingSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened, once for every event type, with every optional field filled, so that a golden file shows them all. */
final class SampleFacts {

    static final String JOB = "7zk3m9q2x4c8v1b5n6ha";
    static final String IMAGE = "trainyard/tabular:1";
    static final String TRAIN = name("train");
    static final String MODEL = name("model");
    static final String ENDPOINT = name("endpoint");
    static final String ARTIFACT = archive(TRAIN);
    static final Map<String, Double> METRICS = Map.of("validation:accuracy", 0.97, "validation:loss", 0.11);

    static final TrainingSpec TRAINING = new TrainingSpec(
            IMAGE,
            Map.of("train", "s3://ty-local-artifacts/data/iris/train/"),
            Map.of("epochs", "30", "learning-rate", "0.01"),
            List.of("ml.m5.large", "ml.m5.xlarge"),
            1,
            30,
            3600,
            true,
            7200,
            900,
            Map.of("validation:accuracy", "validation_accuracy=([0-9.]+)"));
    static final ModelSpec MODEL_SPEC = new ModelSpec(IMAGE, ARTIFACT, new Gate("validation:accuracy", 0.94, 1.0));
    static final EndpointSpec ENDPOINT_SPEC = new EndpointSpec(
            List.of("ml.m5.large"), 1, new Golden("text/csv", "5.1,3.5,1.4,0.2", TextNode.valueOf("setosa")));

    private static final SpotReport SPOT = new SpotReport(
            612, 1, Samples.AT.minusSeconds(1200), "the newest checkpoint was 1200 s old when training ended");
    private static final String WHO = "ada@example.com";
    private static final Failure FAILURE = new Failure(
            FailureClass.CALLER,
            "row 17, column petal_width: 'n/a' is not a number",
            "Correct the file in channel train and send the job under a new idempotency key.");
    private static final Failure NO_CAPACITY = new Failure(
            FailureClass.CAPACITY,
            "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error.",
            "Name more instance types, or send the job again later.");

    private static final Map<EventType, Fact> FACTS = Stream.of(ofJobs(), ofSteps(), ofEndpoints(), ofWaiting())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(EventType::of, Function.identity()));

    private SampleFacts() {}

    static Fact of(EventType type) {
        return FACTS.get(type);
    }

    private static List<Fact> ofJobs() {
        return List.of(
                new JobRequested(new JobRequest(
                        "iris-2026-11-20",
                        "iris",
                        Mode.TRAIN,
                        21_600,
                        IMAGE,
                        TRAINING,
                        new ModelSpec(null, null, MODEL_SPEC.gate()),
                        ENDPOINT_SPEC,
                        List.of())),
                new JobAccepted("iris", "trainyard.jobs"),
                new JobRejected(
                        "com.example.lab",
                        List.of(new Violation(
                                "/training/hyperparameters/epochs",
                                "a whole number from 1 to 1000",
                                "Write \"30\", for example; it was \"0\"."))),
                new JobCancelRequested(1, WHO),
                new JobResumeRequested(
                        1, WHO, "model", List.of(new SpecChange("model", "gate.atLeast", DoubleNode.valueOf(0.8)))),
                new JobRetryRequested(1, WHO),
                new JobNudgeRequested(1, WHO),
                new JobDeadlinePassed(1),
                new JobCompleted("iris"),
                new JobFailed("iris", "train", FAILURE),
                new JobCancelled("iris", WHO));
    }

    private static List<Fact> ofSteps() {
        return List.of(
                new TrainingStarted("train", 1, TRAIN, "ml.m5.large", true),
                new TrainingCompleted("train", 1, TRAIN, ARTIFACT, METRICS, 184, "ml.m5.large", SPOT),
                new TrainingFailed("train", 1, TRAIN, FAILURE),
                new TuningCompleted("tune", 1, name("tune"), TRAINING, METRICS),
                new TuningFailed("tune", 1, name("tune"), FAILURE),
                new ProcessingCompleted("split", 1, name("split"), "s3://ty-local-artifacts/" + name("split") + "/"),
                new ProcessingFailed("split", 1, name("split"), FAILURE),
                new TransformCompleted("score", 1, name("score"), "s3://ty-local-artifacts/" + name("score") + "/"),
                new TransformFailed("score", 1, name("score"), FAILURE),
                new ModelRegistered("model", 1, MODEL, arn("model"), ARTIFACT, METRICS),
                new ModelRejected("model", 1, MODEL, FAILURE, METRICS),
                new ProbeCompleted("probe", 1),
                new StepsCompleted("end", 1));
    }

    private static List<Fact> ofEndpoints() {
        var oldest = new EndpointOf("0f5s8d2g7h4j6k9m1n3p", "ty-local-0f5s8d2g7h4j6k9m1n3p-endpoint-1-1");
        return List.of(
                new EndpointDeploying("endpoint", 1, ENDPOINT, arn("endpoint"), "ml.m5.large"),
                new EndpointReady("endpoint", 1, ENDPOINT, arn("endpoint"), MODEL, oldest),
                new EndpointFailed("endpoint", 1, ENDPOINT, FAILURE),
                new EndpointRolledBack("endpoint", 1, ENDPOINT, FAILURE),
                new EndpointRetireRequested(WHO),
                new EndpointRetired(1, ENDPOINT, "the cap of 5 was reached and it was the oldest"));
    }

    private static List<Fact> ofWaiting() {
        List<String> tried = List.of("ml.m5.large", "ml.m5.xlarge");
        List<String> left = List.of("ml.m5.2xlarge");
        return List.of(
                new CapacityError("train", 1, NO_CAPACITY, "ml.m5.large", List.of("ml.m5.large"), true),
                new JobDelayed(
                        "train", 1, Samples.AT.plusSeconds(600), "no capacity of any allowed type", tried, 1, left),
                new CapacityExhausted("train", 3, name("train"), NO_CAPACITY, tried),
                new StepReleased("another instance type is tried", left),
                new MessageParked(
                        "models",
                        "training-completed",
                        "the table is not there",
                        "5d41402abc4b2a76",
                        "9b74c9897bac770ffc029102a200c5de",
                        "train"),
                new MessageUnparked(
                        "0cc175b9c0f1b6a831c399e269772661", "9b74c9897bac770ffc029102a200c5de", "replayed", WHO));
    }

    private static String name(String step) {
        return new ResourceName("ty-local", JOB, step, 1, 1).toString();
    }

    private static String archive(String name) {
        return "s3://ty-local-artifacts/" + name + "/output/model.tar.gz";
    }

    private static String arn(String kind) {
        return "arn:aws:sagemaker:eu-west-1:123456789012:" + kind + "/" + name(kind);
    }
}
