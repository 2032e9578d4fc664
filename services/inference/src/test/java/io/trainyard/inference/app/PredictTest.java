package io.trainyard.inference.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.inference.app.ModelEndpoints.Asked;
import io.trainyard.inference.domain.Prediction;
import io.trainyard.inference.domain.Prediction.Answered;
import io.trainyard.inference.domain.Prediction.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictTest {

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    private final InMemoryModels world = new InMemoryModels();
    private final Predict predict = new Predict(models(Duration.ofSeconds(1)), world);

    @Test
    void answersWhatTheModelAnswersAndNamesItsVersion() {
        world.ready("a");

        Answered answer = answered(CSV, "1,2,3");

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("1,2,3");
        assertThat(answer.modelVersion()).isEqualTo("m1");
        assertThat(answer.contentType()).isEqualTo(CSV);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ty-test-a-endpoint-1-1", "penguins"})
    void knowsAModelByItsJobItsEndpointAndItsName(String model) {
        world.know("a", "penguins", "READY");
        world.know("b", "penguins", "TRAINING_MODEL");
        world.ready("a");

        assertThat(predict.predict(model, CSV, null, bytes("1"))).isInstanceOf(Answered.class);
    }

    @Test
    void asksForTheEndpointsOnceAMoment() {
        world.ready("a");

        for (int i = 0; i < 5; i++) {
            answered(CSV, "1");
        }

        assertThat(world.reads()).isEqualTo(1);
    }

    @Test
    void looksANameUpOnceAMomentAndNeverAmongAllJobs() {
        world.know("a", "penguins", "READY");
        world.ready("a");

        for (int i = 0; i < 5; i++) {
            assertThat(predict.predict("penguins", CSV, null, bytes("1"))).isInstanceOf(Answered.class);
        }

        assertThat(world.looked()).containsExactly("penguins", "a");
    }

    @Test
    void readsTheRecordOfAJobOnceHoweverLongItServes() {
        world.know("a", "penguins", "READY");
        world.know("b", "iris", "READY");
        world.ready("a");
        world.ready("b");
        var impatient = new Predict(models(Duration.ZERO), world);

        for (int i = 0; i < 5; i++) {
            assertThat(impatient.predict("penguins", CSV, null, bytes("1"))).isInstanceOf(Answered.class);
        }

        assertThat(world.looked()).containsOnlyOnce("a", "b");
    }

    /** A record may tell the name a moment after the endpoint serves. */
    @Test
    void learnsANameThatTheRecordDidNotTellAtFirst() {
        world.know("a", "a", "TRAINING_MODEL");
        world.ready("a");
        assertThat(predict.predict("penguins", CSV, null, bytes("1"))).isInstanceOf(Refused.class);

        world.know("a", "penguins", "READY");

        assertThat(predict.predict("penguins", CSV, null, bytes("1"))).isInstanceOf(Answered.class);
    }

    @Test
    void aNameLeadsToItsModelHoweverManyJobsCameLater() {
        world.know("a", "penguins", "READY");
        world.ready("a");
        for (int i = 0; i <= InMemoryModels.NEWEST; i++) {
            world.know("later-" + i, i % 2 == 0 ? "penguins" : "iris", "REJECTED");
        }

        assertThat(predict.predict("penguins", CSV, null, bytes("1"))).isInstanceOf(Answered.class);
        assertThat(world.asked().getLast()).startsWith(InMemoryModels.endpoint("a"));
    }

    @Test
    void ofSeveralThatServeUnderANameTheNewestJobAnswers() {
        world.know("a", "penguins", "READY");
        world.know("b", "penguins", "READY");
        world.know("c", "penguins", "TRAINING_MODEL");
        world.ready("b");
        world.ready("a");
        world.deploying("c");

        assertThat(predict.predict("penguins", CSV, null, bytes("1"))).isInstanceOf(Answered.class);

        assertThat(world.asked().getLast()).startsWith(InMemoryModels.endpoint("b"));
    }

    @Test
    void aJobsIdIsNobodyElsesName() {
        world.know("a", "penguins", "ENDPOINT_DELETED");
        world.know("b", "a", "READY");
        world.ready("b");

        assertThat(refused(CSV, "1").status()).isEqualTo(409);
    }

    @Test
    void aNameOfAJobOnItsWayIsAConflictWithItsStatus() {
        world.know("a", "penguins", "TRAINING_MODEL");
        world.know("b", "iris", "READY");
        world.ready("b");

        assertThat(predict.predict("penguins", CSV, null, bytes("1")))
                .isEqualTo(new Refused(409, "job a is TRAINING_MODEL; try again when it is READY"));
        assertThat(predict.predict("cars", CSV, null, bytes("1")))
                .isInstanceOfSatisfying(
                        Refused.class, unknown -> assertThat(unknown.status()).isEqualTo(404));
    }

    @ParameterizedTest
    @CsvSource({"text/plain, text/plain", "' ', nothing", "application/x-npy;q=1, application/x-npy"})
    void refusesOtherContent(String type, String named) {
        assertThat(refused(type, "1"))
                .isEqualTo(new Refused(415, "send text/csv or application/json as Content-Type, not " + named));
    }

    @Test
    void takesAContentTypeWithParameters() {
        world.ready("a");

        assertThat(predict.predict("a", "Text/CSV; charset=utf-8", null, bytes("1")))
                .isInstanceOf(Answered.class);
    }

    @Test
    void refusesAnEmptyAndATooLargeBody() {
        assertThat(refused(CSV, "").status()).isEqualTo(400);
        assertThat(refused(CSV, "1".repeat(Predict.MOST_BYTES + 1)).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"400, 400", "413, 413", "415, 415", "500, 502", "503, 502", "404, 502"})
    void passesOnOnlyWhatIsTheCallersOwn(int container, int door) {
        world.ready("a");
        world.answer("a", new Asked.Badly(container, "{\"error\": \"expected 4 values, got 3\"}"));

        assertThat(refused(CSV, "1")).isEqualTo(new Refused(door, "expected 4 values, got 3"));
    }

    @Test
    void saysWhetherAskingAgainHelpsWhereNoModelAnswered() {
        world.ready("a");
        world.answer("a", new Asked.Busy());
        assertThat(refused(CSV, "1").status()).isEqualTo(503);
        assertThat(refused(CSV, "1").message()).contains("try again");

        world.answer("a", new Asked.Failed());
        assertThat(refused(CSV, "1").status()).isEqualTo(502);
        assertThat(refused(CSV, "1").message()).contains("could not be asked");
    }

    @Test
    void saysThatTheModelIsTooSlow() {
        world.ready("a");
        world.answer("a", new Asked.Silent());

        assertThat(refused(CSV, "1").status()).isEqualTo(504);
    }

    @Test
    void looksOnceMoreForAnEndpointThatIsGone() {
        world.know("a", "penguins", "READY");
        world.know("b", "penguins", "READY");
        world.ready("a");
        assertThat(predict.predict("penguins", CSV, null, bytes("1"))).isInstanceOf(Answered.class);
        world.retire("a");
        world.answer("a", new Asked.Gone());
        world.ready("b");

        assertThat(predict.predict("penguins", CSV, null, bytes("1"))).isInstanceOf(Answered.class);
        assertThat(world.asked().getLast()).startsWith(InMemoryModels.endpoint("b"));
    }

    @Test
    void aRetiredModelIsAConflict() {
        world.ready("a");
        answered(CSV, "1");
        world.retire("a");
        world.answer("a", new Asked.Gone());

        assertThat(refused(CSV, "1").status()).isEqualTo(409);
        assertThat(refused(CSV, "1").message()).contains("was retired");
    }

    @Test
    void aModelThatIsNotReadyIsAConflictWithItsStatus() {
        world.deploying("a");
        assertThat(refused(CSV, "1"))
                .isEqualTo(new Refused(409, "job a is DEPLOYING_ENDPOINT; try again when it is READY"));
    }

    @ParameterizedTest
    @CsvSource({
        "TRAINING_MODEL, try again when it is READY",
        "ERROR, says why",
        "ENDPOINT_DELETED, submit the job again",
        "COMPLETED, deploys no endpoint"
    })
    void aJobWithoutAnEndpointIsAConflictWithAdvice(String status, String advice) {
        world.know("a", "penguins", status);

        assertThat(refused(CSV, "1").status()).isEqualTo(409);
        assertThat(refused(CSV, "1").message()).contains("job a is " + status, advice);
    }

    @Test
    void anUnknownModelIsNotFound() {
        assertThat(refused(CSV, "1").status()).isEqualTo(404);
        assertThat(refused(CSV, "1").message()).contains("no model is READY yet, so submit a job first");
    }

    @Test
    void aRangeGivesAnAxisAndOnePredictionPerPoint() {
        world.ready("a");
        world.answer("a", InMemoryModels.well(JSON, "{\"predictions\":[10,20,30]}"));

        Answered answer = answered(JSON, "{\"features\":[7],\"range\":{\"start\":1,\"end\":2.5,\"step\":0.5}}");

        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"x_axis\":[1,1.5,2.0],\"predictions\":[10,20,30]}");
        assertThat(world.asked())
                .containsExactly(InMemoryModels.endpoint("a") + " text/csv application/json 7,1\n7,1.5\n7,2.0\n");
    }

    @Test
    void aRangeThatCannotBeIsRefusedBeforeAnybodyIsAsked() {
        world.ready("a");

        Refused refused = refused(JSON, "{\"features\":[7],\"range\":{\"start\":1,\"end\":2,\"step\":0}}");

        assertThat(refused).isEqualTo(new Refused(400, "range.step must be more than 0, not 0"));
        assertThat(world.asked()).isEmpty();
    }

    @Test
    void aModelThatDoesNotAnswerAPointEachIsAtFault() {
        world.ready("a");
        world.answer("a", InMemoryModels.well(JSON, "{\"predictions\":[10]}"));

        assertThat(refused(JSON, "{\"features\":[7],\"range\":{\"start\":1,\"end\":2,\"step\":0.5}}")
                        .status())
                .isEqualTo(502);
    }

    private FindModel models(Duration fresh) {
        return new FindModel(world, world, Clock.fixed(InMemoryModels.START, ZoneOffset.UTC), fresh);
    }

    private Answered answered(String type, String body) {
        return (Answered) ask(type, body);
    }

    private Refused refused(String type, String body) {
        return (Refused) ask(type, body);
    }

    private Prediction ask(String type, String body) {
        return predict.predict("a", type, null, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
