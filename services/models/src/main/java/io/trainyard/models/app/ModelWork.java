package io.trainyard.models.app;

import io.trainyard.events.Failure;
import io.trainyard.events.FailureClass;
import io.trainyard.events.ModelRegistered;
import io.trainyard.events.ModelRejected;
import io.trainyard.events.json.Json;
import io.trainyard.events.request.ModelSpec;
import io.trainyard.events.route.StepOutput;
import io.trainyard.models.domain.GateVerdict;
import io.trainyard.models.domain.Model;
import io.trainyard.steps.app.InstantWork;
import io.trainyard.steps.app.Launch;
import io.trainyard.steps.app.Sighting;
import io.trainyard.steps.domain.Attempt;
import io.trainyard.steps.domain.Outcome;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A model step: through the gate, then registered. */
public final class ModelWork implements InstantWork {

    private final Models models;
    private final String prefix;

    /** @param prefix of every resource name */
    public ModelWork(Models models, String prefix) {
        this.models = models;
        this.prefix = prefix;
    }

    @Override
    public String kind() {
        return "model";
    }

    @Override
    public Optional<String> creates() {
        return Optional.of("CreateModel");
    }

    @Override
    public Launch launch(Attempt attempt) {
        ModelSpec spec = Json.convert(attempt.planned().spec(), ModelSpec.class);
        StepOutput trained = trained(attempt);
        Optional<Failure> refusal = refusal(spec, trained);
        if (refusal.isPresent()) {
            return new Launch.Ended(rejected(attempt, refusal.get(), trained.metrics()));
        }
        Model model = new Model(name(attempt), attempt.key(), image(spec, trained), artifact(spec, trained));
        return new Launch.Ended(
                switch (models.register(model)) {
                    case Models.Registration.Registered registered ->
                        registered(attempt, model, registered.arn(), trained.metrics());
                    case Models.Registration.Refused refused -> rejected(attempt, refused.failure(), trained.metrics());
                });
    }

    @Override
    public Optional<Outcome> givenUp(Attempt attempt, Failure failure) {
        return Optional.of(rejected(attempt, failure, trained(attempt).metrics()));
    }

    @Override
    public Sighting stop(Attempt attempt) {
        models.delete(name(attempt));
        return new Sighting.Absent();
    }

    /** A model can be deleted at any time: by a person, or with the endpoint that it served. */
    @Override
    public boolean reusable(Attempt older) {
        return older.outcome().orElse(null) instanceof Outcome.Succeeded succeeded
                && succeeded.fact() instanceof ModelRegistered registered
                && models.exists(registered.model());
    }

    @Override
    public Outcome adopt(Attempt attempt, Outcome.Succeeded older) {
        var fact = (ModelRegistered) older.fact();
        var key = attempt.key();
        return new Outcome.Succeeded(
                new ModelRegistered(
                        key.step(), key.attempt(), fact.model(), fact.modelArn(), fact.artifact(), fact.metrics()),
                older.output());
    }

    private static Optional<Failure> refusal(ModelSpec spec, StepOutput trained) {
        if (artifact(spec, trained).isEmpty() || image(spec, trained).isEmpty()) {
            return Optional.of(new Failure(
                    FailureClass.CALLER,
                    "There is no model archive or no image to register: no earlier step left one and the request names none.",
                    "Name artifact and image in the model step, or put a training step before it."));
        }
        return spec.gate() == null ? Optional.empty() : GateVerdict.refusal(spec.gate(), trained.metrics());
    }

    private static Outcome registered(Attempt attempt, Model model, String arn, Map<String, Double> metrics) {
        var key = attempt.key();
        var fact = new ModelRegistered(key.step(), key.attempt(), model.name(), arn, model.artifact(), metrics);
        return new Outcome.Succeeded(fact, StepOutput.registered(model.name(), model.artifact()));
    }

    private Outcome rejected(Attempt attempt, Failure failure, Map<String, Double> metrics) {
        var key = attempt.key();
        return new Outcome.Failed(new ModelRejected(key.step(), key.attempt(), name(attempt), failure, metrics));
    }

    /** What the step before left; nothing where the artifact comes from elsewhere. */
    private static StepOutput trained(Attempt attempt) {
        return attempt.planned().after().stream()
                .map(attempt.position().done()::get)
                .filter(output -> output != null && output.artifact() != null)
                .findFirst()
                .orElse(StepOutput.NOTHING);
    }

    private static String artifact(ModelSpec spec, StepOutput trained) {
        return Objects.requireNonNullElse(spec.artifact() != null ? spec.artifact() : trained.artifact(), "");
    }

    private static String image(ModelSpec spec, StepOutput trained) {
        return Objects.requireNonNullElse(spec.image() != null ? spec.image() : trained.image(), "");
    }

    private String name(Attempt attempt) {
        return attempt.key().resource(prefix);
    }
}
