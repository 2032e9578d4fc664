package io.trainyard.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.events.json.UnreadableEvent;
import io.trainyard.steps.domain.AttemptKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    @Test
    void tellsAnEventFromAMessageOfTheServiceToItself() {
        Message event = Message.read("""
                {"id":"1","account":"123456789012","source":"trainyard.intake","detail-type":"job-accepted",
                 "time":"2026-01-01T00:00:00Z","detail":{}}""");
        Message timer = Message.read(StepMessages.timer(new AttemptKey("job1", 1, "train", 1)));
        assertThat(event).isInstanceOf(Message.Heard.class);
        assertThat(event.name()).isEqualTo("job-accepted");
        assertThat(timer).isInstanceOf(Message.Own.class);
        assertThat(timer.name()).isEqualTo("timer");
    }

    /** What an operator searches the logs of all services by: the job, whoever spoke of it. */
    @Test
    void namesJobAndStepWhoeverSpeaks() {
        assertThat(Message.read("""
                        {"id":"1","account":"123456789012","source":"trainyard.training","detail-type":"training-failed",
                         "time":"2026-01-01T00:00:00Z",
                         "detail":{"metadata":{"id":"e1","jobId":"job1","correlationId":"r1"},"data":{"step":"train"}}}""").ids())
                .isEqualTo(Map.of(
                        "event",
                        "training-failed",
                        "id",
                        "e1",
                        "jobId",
                        "job1",
                        "correlationId",
                        "r1",
                        "step",
                        "train"));
        assertThat(Message.read("""
                        {"id":"2","account":"123456789012","source":"aws.sagemaker","time":"2026-01-01T00:00:00Z",
                         "detail-type":"SageMaker Training Job State Change",
                         "detail":{"TrainingJobName":"ty-test-job1-train-1-1"}}""").ids()).containsEntry("jobId", "job1").containsEntry("step", "train");
        assertThat(Message.read(StepMessages.timer(new AttemptKey("job1", 1, "train", 1)))
                        .ids())
                .isEqualTo(Map.of("event", "timer", "jobId", "job1", "step", "train"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "7", "{\"detail-type\":\"job-accepted\"}"})
    void refusesWhatCannotBeReadWithAReason(String body) {
        assertThatThrownBy(() -> Message.read(body))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageMatching("(?s).{8,}");
    }

    @Test
    void givesFailuresOfOneCauseOneFingerprint() {
        String one = DeadLetters.fingerprint("SdkException: endpoint 3f2a9b7c11d0 timed out after 3021 ms");
        String other = DeadLetters.fingerprint("SdkException: endpoint aa19b7c11d0f timed out after 12 ms");
        assertThat(one).isEqualTo(other).hasSize(16);
        assertThat(DeadLetters.fingerprint("AccessDenied")).isNotEqualTo(one);
    }
}
