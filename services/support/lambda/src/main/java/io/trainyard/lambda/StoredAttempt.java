package io.trainyard.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.trainyard.events.CapacityError;
import io.trainyard.events.EventType;
import io.trainyard.events.Fact;
import io.trainyard.events.ReleasingFact;
import io.trainyard.events.StandingFact;
import io.trainyard.events.json.Json;
import io.trainyard.events.route.Position;
import io.trainyard.events.route.Release;
import io.trainyard.events.route.StepOutput;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.AttemptState;
import io.trainyard.steps.domain.Cause;
import io.trainyard.steps.domain.Lease;
import io.trainyard.steps.domain.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An attempt as its row holds it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredAttempt(
        AttemptKey key,
        Position position,
        Release release,
        Cause cause,
        Lease lease,
        @Nullable Result result) {

    /** The outcome: the fact under its event's name, and on success what the step leaves. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(String event, JsonNode fact, @Nullable StepOutput output) {

        static Result of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Succeeded succeeded ->
                    new Result(
                            EventType.of(succeeded.fact()).eventName(),
                            Json.tree(succeeded.fact()),
                            succeeded.output());
                case Outcome.Deferred deferred ->
                    new Result(EventType.of(deferred.fact()).eventName(), Json.tree(deferred.fact()), null);
                case Outcome.Failed failed ->
                    new Result(EventType.of(failed.fact()).eventName(), Json.tree(failed.fact()), null);
            };
        }

        Outcome outcome() {
            Fact read = Json.convert(fact, EventType.named(event).orElseThrow().fact());
            if (read instanceof CapacityError deferred) {
                return new Outcome.Deferred(deferred);
            }
            return output == null
                    ? new Outcome.Failed((StandingFact) read)
                    : new Outcome.Succeeded((ReleasingFact) read, output);
        }
    }

    static AttributeValue write(Attempt attempt) {
        var row = Json.write(new StoredAttempt(
                attempt.key(),
                attempt.position(),
                attempt.release(),
                attempt.cause(),
                attempt.lease(),
                attempt.outcome().map(Result::of).orElse(null)));
        return PackedAttribute.of(row);
    }

    static Attempt read(Map<String, AttributeValue> item) {
        StoredAttempt stored = Json.read(PackedAttribute.text(item.get("row")), StoredAttempt.class);
        return new Attempt(
                stored.key,
                AttemptState.valueOf(item.get("state").s()),
                stored.position,
                stored.release,
                stored.cause,
                stored.lease,
                stored.result == null ? null : stored.result.outcome(),
                Long.parseLong(item.get("version").n()));
    }
}
