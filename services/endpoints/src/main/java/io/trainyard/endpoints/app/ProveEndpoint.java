package io.trainyard.endpoints.app;

import io.trainyard.endpoints.app.GoldenRows.Kept;
import io.trainyard.endpoints.domain.Proof;
import io.trainyard.endpoints.domain.ServedModel;
import io.trainyard.endpoints.domain.Unserved;
import io.trainyard.events.EndpointReady;
import io.trainyard.events.Failure;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.EndpointSpec;
import io.trainyard.events.request.Golden;
import io.trainyard.events.route.StepOutput;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.AttemptKey;
import io.trainyard.steps.domain.Outcome;

/** Asks a new endpoint its golden request. Only the right answer from the right model makes it ready. */
final class ProveEndpoint {

    private final Endpoints endpoints;
    private final GoldenRows kept;
    private final String prefix;

    ProveEndpoint(Endpoints endpoints, GoldenRows kept, String prefix) {
        this.endpoints = endpoints;
        this.kept = kept;
        this.prefix = prefix;
    }

    Outcome prove(Attempt attempt, String arn) {
        ServedModel model = ServedModel.before(attempt).orElseThrow();
        return switch (golden(attempt, model)) {
            case Kept.Missing missing -> failed(attempt, Proof.nothingToAsk(missing.why()));
            case Kept.Found found -> ask(attempt, arn, model, found.golden());
        };
    }

    Outcome failed(Attempt attempt, Failure failure) {
        return Unserved.of(attempt, name(attempt), failure);
    }

    private Outcome ask(Attempt attempt, String arn, ServedModel model, Golden golden) {
        AttemptKey key = attempt.key();
        String name = name(attempt);
        return Proof.flaw(golden, model.name(), endpoints.ask(name, golden))
                .map(flaw -> failed(attempt, flaw))
                .orElseGet(() -> new Outcome.Succeeded(
                        new EndpointReady(key.step(), key.attempt(), name, arn, model.name(), null),
                        StepOutput.deployed(name)));
    }

    private Kept golden(Attempt attempt, ServedModel model) {
        Golden asked =
                Json.convert(attempt.planned().spec(), EndpointSpec.class).golden();
        if (asked != null) {
            return new Kept.Found(asked);
        }
        String artifact = model.artifact();
        return artifact == null
                ? new Kept.Missing("the step has none, and no step before it left an artifact")
                : kept.in(artifact);
    }

    private String name(Attempt attempt) {
        return attempt.key().resource(prefix);
    }
}
