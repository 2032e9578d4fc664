package io.trainyard.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.events.EventType;
import io.trainyard.events.Samples;
import io.trainyard.events.TrainingFailed;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readers keep the version before, ignore what they do not know, and refuse what came after them. */
class VersionsTest {

    private static final EventType TYPE = EventType.TRAINING_FAILED;

    /** As if {@code resource} had been called {@code trainingJob} one version ago. */
    private static final UnaryOperator<ObjectNode> RENAMED = data -> {
        data.set("resource", data.remove("trainingJob"));
        return data;
    };

    @ParameterizedTest
    @EnumSource
    void ignoresFieldsItDoesNotKnow(EventType type) {
        ObjectNode detail = GoldenFiles.today(type).deepCopy();
        detail.put("later", 1);
        detail.withObject("/metadata").put("later", "x");
        detail.withObject("/data").putObject("later").put("a", true);
        if (detail.has("route")) {
            detail.withObject("/route").putArray("later");
        }

        assertThat(EventCodec.read(type.eventName(), detail)).isEqualTo(Samples.of(type));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAVersionThatCameLater(EventType type) {
        ObjectNode detail = atVersion(type, type.version() + 1);

        assertThat(Refusal.of(type, detail))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains(type.eventName())
                        .contains("version " + (type.version() + 1))
                        .contains("knows"));
    }

    @Test
    void liftsTheVersionBefore() {
        EventReader reader = at(version(2), Map.of(TYPE, RENAMED));
        ObjectNode older = atVersion(TYPE, 1);
        ObjectNode data = older.withObject("/data");
        data.set("trainingJob", data.remove("resource"));

        var read = reader.read(TYPE.eventName(), older);

        assertThat(read.fact()).isEqualTo(Samples.of(TYPE).fact());
        assertThat(((TrainingFailed) read.fact()).resource()).startsWith("ty-local-");
        assertThat(older.at("/data/trainingJob").isMissingNode())
                .as("what was handed in is left alone")
                .isFalse();
    }

    @Test
    void refusesTheVersionBeforeThat() {
        EventReader reader = at(version(3), Map.of(TYPE, RENAMED));

        assertThatThrownBy(() -> reader.read(TYPE.eventName(), atVersion(TYPE, 1)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("training-failed has version 1, this reader knows 2 and 3");
    }

    @Test
    void anEventAboveItsFirstVersionNeedsALift() {
        assertThatThrownBy(() -> at(version(2), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("training-failed");
    }

    private static EventReader at(ToIntFunction<EventType> today, Map<EventType, UnaryOperator<ObjectNode>> lifts) {
        return new EventReader(today, lifts);
    }

    private static ToIntFunction<EventType> version(int ofOurs) {
        return type -> type == TYPE ? ofOurs : 1;
    }

    private static ObjectNode atVersion(EventType type, int version) {
        ObjectNode detail = GoldenFiles.today(type).deepCopy();
        detail.withObject("/metadata").put("version", version);
        return detail;
    }
}
