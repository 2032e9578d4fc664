package io.trainyard.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is refused with a sentence that says what is wrong and where. */
class UnreadableEventTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/metadata | null | training-completed needs metadata",
                "/data | null | training-completed needs data",
                "/route | null | training-completed needs a route",
                "/metadata/occurredAt | \"yesterday\" | not a Metadata at /occurredAt: ",
                "/metadata/version | 0 | not a Metadata: version must be at least 1, got 0",
                "/metadata/id | null | not a Metadata: id is missing",
                "/data/attempt | null | not a TrainingCompleted at /attempt: a number is expected",
                "/data/metrics | [1] | not a TrainingCompleted at /metrics: ",
                "/route/run | 0 | not a WireRoute: runs count from 1, got 0",
                "/route/until | \"soon\" | not a WireRoute at /until: ",
                "/route/plan | [] | not a WireRoute at /plan: a plan needs at least one step",
                "/route/plan/1/after | [\"nobody\"] | step model is after nobody, which is not in the plan",
                "/route/plan/0/after | [\"endpoint\"] | the steps wait for each other",
                "/route/plan/2/after | [] | a plan has one last step, this one has [model, endpoint]",
                "/route/plan/0/step | \"Train!\" | a step's name has at most 16 letters, digits and hyphens: Train!",
                "/route/next/0/step | \"nobody\" | step nobody is not in the plan",
                "/route/next/0/attempt | 0 | attempts count from 1, got 0",
                "/route/awaited | [null] | not a WireRoute: a value is missing",
                "/route/done | {\"nobody\": {}} | step nobody is not in the plan",
                "/route/done/train | null | not a WireRoute: a value is missing",
            })
    void saysWhatIsWrongAndWhere(String pointer, String value, String sentence) {
        ObjectNode detail = GoldenFiles.today(EventType.TRAINING_COMPLETED).deepCopy();
        new Mutation(pointer, Json.tree(value)).apply(detail);

        assertThat(Refusal.of(EventType.TRAINING_COMPLETED, detail))
                .hasValueSatisfying(reason -> assertThat(reason).contains(sentence));
    }

    @Test
    void refusesANameThatIsNotInTheCatalogue() {
        assertThatThrownBy(() -> EventCodec.read("training-complete", GoldenFiles.today(EventType.TRAINING_COMPLETED)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("there is no event training-complete in the catalogue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null", "[]", "7", "'\"text\"'"})
    void refusesADetailThatIsNoObject(String detail) {
        assertThat(Refusal.of(EventType.JOB_REQUESTED, Json.tree(detail)))
                .contains("job-requested needs a detail of metadata, route and data");
    }

    @Test
    void refusesTextThatIsNotJson() {
        assertThatThrownBy(() -> Json.tree("{\"metadata\": "))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageStartingWith("not a JsonNode");
        assertThatThrownBy(() -> Json.tree("{} {}")).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void refusesARouteOnAnEventThatHasNone() {
        ObjectNode detail = GoldenFiles.today(EventType.JOB_REQUESTED).deepCopy();
        detail.set("route", GoldenFiles.today(EventType.JOB_ACCEPTED).get("route"));

        assertThat(Refusal.of(EventType.JOB_REQUESTED, detail)).contains("job-requested carries no route");
    }
}
