package io.trainyard.requests.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.JobResumeRequested;
import io.trainyard.events.SpecChange;
import io.trainyard.events.Violation;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Plan;
import io.trainyard.events.route.PlannedStep;
import io.trainyard.requests.domain.Examined;
import io.trainyard.requests.domain.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamineRequestTest {

    private final InMemoryDatasets datasets = BadRequests.datasets();
    private final ExamineRequest examine = new ExamineRequest(Limits.shipped(), datasets);

    static List<BadRequests.BadRequest> badRequests() {
        return BadRequests.all();
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void refusesEveryBadRequestWithPathRuleAndHintOfEachFault(BadRequests.BadRequest bad) {
        assertThat(examine.examine(bad.request()))
                .isInstanceOfSatisfying(
                        Examined.Refused.class,
                        refused -> assertThat(refused.violations()).isEqualTo(bad.violations()));
    }

    @Test
    void drawsTrainingModelAndEndpointWithTheDefaultsFilledIn() {
        List<PlannedStep> steps = accepted(SampleRequests.train()).plan().steps();

        assertThat(steps).extracting(PlannedStep::step).containsExactly("train", "model", "endpoint");
        assertThat(steps).extracting(PlannedStep::kind).containsExactly("training", "model", "endpoint");
        JsonNode training = steps.get(0).spec();
        assertThat(training.at("/image").asText()).isEqualTo("trainyard/trainer");
        assertThat(training.at("/instanceTypes/0").asText()).isEqualTo("ml.m5.large");
        assertThat(training.at("/instanceCount").asInt()).isEqualTo(1);
        assertThat(training.at("/volumeGb").asInt()).isEqualTo(30);
        assertThat(training.at("/maxRuntimeSeconds").asInt()).isEqualTo(86_400);
        assertThat(training.at("/metrics").has("validation:accuracy")).isTrue();
        assertThat(steps.get(1).spec().at("/image").asText()).isEqualTo("trainyard/trainer");
        assertThat(steps.get(1).spec().at("/gate/metric").asText()).isEqualTo("validation:accuracy");
        assertThat(steps.get(2).spec().at("/instanceTypes/0").asText()).isEqualTo("ml.t2.medium");
    }

    @Test
    void givesARunTheTimeThatTheRequestAllows() {
        assertThat(accepted(SampleRequests.train()).allowed()).isEqualTo(Duration.ofDays(2));
        assertThat(accepted(SampleRequests.train().put("deadlineSeconds", 600)).allowed())
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void takesAGraphWithNamesOfItsOwn() {
        assertThat(accepted(SampleRequests.graph()).plan().steps())
                .extracting(PlannedStep::step)
                .containsExactly("fit", "model", "serve");
    }

    @Test
    void takesAnArchiveThatWasTrainedElsewhere() {
        ObjectNode request = SampleRequests.graph();
        request.set("steps", Json.tree("""
                [{"step": "model", "kind": "model", "spec": {"artifact": "s3://data/penguins/train.csv"}},
                 {"step": "serve", "kind": "endpoint", "after": ["model"]}]"""));

        assertThat(accepted(request)
                        .plan()
                        .steps()
                        .getFirst()
                        .spec()
                        .at("/artifact")
                        .asText())
                .isEqualTo(SampleRequests.TRAIN);
    }

    @Test
    void servesWithTheImageThatTrained() {
        ObjectNode request = SampleRequests.train();
        ((ObjectNode) request.get("training")).put("image", "trainyard/noop");
        var plan = accepted(request).plan();

        assertThat(plan.step("model").orElseThrow().spec().at("/image").asText())
                .isEqualTo("trainyard/noop");
    }

    @Test
    void takesProbesWhereTheDeploymentAllowsThem() {
        var open = new ExamineRequest(Limits.changed("{\"probe\": true}"), datasets);
        JsonNode request = Json.tree("""
                {"name": "bench", "mode": "graph", "steps": [
                  {"step": "a", "kind": "probe"}, {"step": "b", "kind": "probe", "after": ["a"]}]}""");

        assertThat(open.examine(request)).isInstanceOf(Examined.Accepted.class);
    }

    @Test
    void takesAPrefixForADataSet() {
        ObjectNode request = SampleRequests.train();
        ((ObjectNode) request.at("/training/channels")).put("train", "s3://data/penguins/");
        assertThat(accepted(request).plan().steps()).hasSize(3);
    }

    @Test
    void asksForEachLocationOnce() {
        ObjectNode request = SampleRequests.train();
        ((ObjectNode) request.at("/training/channels")).put("validation", SampleRequests.TRAIN);
        accepted(request);
        assertThat(datasets.looks()).isEqualTo(1);
    }

    @Test
    void looksForNoDataSetOfARequestThatNamesTooMany() {
        ObjectNode request = SampleRequests.train();
        ObjectNode channels = (ObjectNode) request.at("/training/channels");
        IntStream.range(0, 2000).forEach(n -> channels.put("c" + n, "s3://data/" + n));

        assertThat(refused(examine, request))
                .extracting(Violation::path, Violation::rule)
                .containsExactly(
                        tuple("/training/channels", "must have at most 20 channels"),
                        tuple("", "a request must name at most 50 different S3 locations, not 2001"));
        assertThat(datasets.looks()).isZero();
    }

    @Test
    void looksForAsManyDataSetsAsARequestMayName() {
        ObjectNode request = SampleRequests.chain(50);
        request.get("steps")
                .forEach(step -> ((ObjectNode) step.at("/spec/channels"))
                        .put("train", "s3://data/" + step.path("step").asText()));

        assertThat(refused(examine, request))
                .hasSize(50)
                .allSatisfy(one -> assertThat(one.rule()).startsWith("there is nothing at s3://data/s"));
        assertThat(datasets.looks()).isEqualTo(50);
    }

    @Test
    void saysNoToEverySetOfFaultsWithNoMoreThanOneEventHolds() {
        ObjectNode manyTypes = SampleRequests.train();
        ArrayNode types = ((ObjectNode) manyTypes.get("training")).putArray("instanceTypes");
        IntStream.range(0, 8000).forEach(n -> types.add("t" + n));
        ObjectNode longNames = SampleRequests.train();
        ObjectNode metrics = ((ObjectNode) longNames.get("training")).putObject("metrics");
        Stream.of("a", "b", "c").forEach(letter -> metrics.put(letter.repeat(20_000), "no group"));

        assertThat(refused(examine, manyTypes))
                .hasSize(101)
                .last()
                .satisfies(last -> assertThat(last)
                        .isEqualTo(new Violation("", "there are 7901 faults more", "mend these first")));
        assertThat(List.of(refused(examine, manyTypes), refused(examine, longNames)))
                .allSatisfy(violations ->
                        assertThat(Json.write(violations)).hasSizeLessThan(ExamineRequest.LARGEST_EVENT / 2));
    }

    @Test
    void mayResumeARunWhosePlanIsLargerThanARequest() {
        ObjectNode request = SampleRequests.chain(80);
        request.get("steps")
                .forEach(step -> ((ObjectNode) step.at("/spec/hyperparameters")).put("features", "x".repeat(300)));
        Plan failed = accepted(request).plan();
        assertThat(Json.write(failed)).hasSizeGreaterThan(ExamineRequest.LARGEST);
        var resume = new JobResumeRequested(
                1, "ann", "s0", List.of(new SpecChange("s0", "volumeGb", IntNode.valueOf(1000))));

        assertThat(examine.examineResume(failed, resume, "penguins")).isEmpty();
    }

    @Test
    void letsInWhatLiesInTheBucketOfALocationAndNothingBeside() {
        var narrow = new ExamineRequest(
                Limits.changed("{\"locations\": [\"s3://data/\"]}"),
                SampleRequests.datasets().with("s3://data-evil/train.csv"));
        ObjectNode whole = SampleRequests.train();
        ((ObjectNode) whole.at("/training/channels")).put("train", "s3://data");
        ObjectNode beside = SampleRequests.train();
        ((ObjectNode) beside.at("/training/channels")).put("train", "s3://data-evil/train.csv");

        assertThat(narrow.examine(whole)).isInstanceOf(Examined.Accepted.class);
        assertThat(refused(narrow, beside))
                .containsExactly(new Violation(
                        "/training/channels/train",
                        "must lie where this deployment may read",
                        "begin with s3://data/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://data", "s3://", "data/", "s3://Data/"})
    void aLocationMustNameAWholeBucket(String location) {
        String patch = "{\"locations\": [\"s3://first/\", \"" + location + "\"]}";

        assertThatThrownBy(() -> Limits.changed(patch))
                .hasStackTraceContaining(
                        "trainyard.requests.limits: locations must each begin with s3://<bucket>/, so that"
                                + " no other bucket's name begins with it; '" + location + "' does not");
    }

    @Test
    void takesTheLongestNameAndContentType() {
        ObjectNode request = SampleRequests.train().put("name", "a" + "-".repeat(61) + "b");
        request.set(
                "endpoint",
                Json.tree("{\"golden\": {\"contentType\": \"%s\", \"body\": \"1\"}}".formatted("x".repeat(1024))));
        accepted(request);
    }

    @Test
    void takesAKeyOfWhateverCanBePrinted() {
        String location = "s3://data/a b/100%/#1/what?/größe+[1].csv";
        datasets.with(location);
        ObjectNode request = SampleRequests.train();
        ((ObjectNode) request.at("/training/channels")).put("train", location);
        accepted(request);
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(examine.examine(Json.tree("[]")))
                .isInstanceOfSatisfying(
                        Examined.Refused.class,
                        refused -> assertThat(refused.violations())
                                .singleElement()
                                .satisfies(one -> assertThat(one.rule()).isEqualTo("must be an object, not a list")));
    }

    private static List<Violation> refused(ExamineRequest examine, JsonNode request) {
        Examined examined = examine.examine(request);
        assertThat(examined).isInstanceOf(Examined.Refused.class);
        return ((Examined.Refused) examined).violations();
    }

    private Examined.Accepted accepted(JsonNode request) {
        Examined examined = examine.examine(request);
        assertThat(examined).isInstanceOf(Examined.Accepted.class);
        return (Examined.Accepted) examined;
    }
}
