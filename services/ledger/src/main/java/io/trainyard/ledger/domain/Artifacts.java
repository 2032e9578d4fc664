package io.trainyard.ledger.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trainyard.events.EndpointDeploying;
import io.trainyard.events.EndpointReady;
import io.trainyard.events.EndpointRetired;
import io.trainyard.events.Event;
import io.trainyard.events.Fact;
import io.trainyard.events.ModelRegistered;
import io.trainyard.events.TrainingCompleted;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the newest run of a job has made so far (A12); each is there as soon as it exists.
 *
 * @param modelOutput the model archive, an S3 location
 * @param modelArn the registered model
 * @param endpointConfig the endpoint's configuration, by name
 * @param endpointConfigArn the endpoint's configuration
 * @param endpoint the endpoint, by name: what serves, before what is still being made
 * @param endpointArn the endpoint
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Artifacts(
        @Nullable String modelOutput,
        @Nullable String modelArn,
        @Nullable String endpointConfig,
        @Nullable String endpointConfigArn,
        @Nullable String endpoint,
        @Nullable String endpointArn) {

    /** What a run has made; its endpoint is the newest of the job that serves, of whatever run, and else the newest of this run. */
    static Artifacts of(JobFile file, int run) {
        Artifacts sofar = new Artifacts(null, null, null, null, null, null);
        for (Event event : file.ofRun(run)) {
            sofar = sofar.with(event.fact());
        }
        EndpointReady serving = serving(file);
        return serving == null ? sofar : sofar.served(serving.endpoint(), serving.endpointArn());
    }

    private static @Nullable EndpointReady serving(JobFile file) {
        Set<String> retired = file.events().stream()
                .filter(event -> event.fact() instanceof EndpointRetired)
                .map(event -> ((EndpointRetired) event.fact()).endpoint())
                .collect(Collectors.toSet());
        EndpointReady newest = null;
        for (Event event : file.events()) {
            if (event.fact() instanceof EndpointReady ready && !retired.contains(ready.endpoint())) {
                newest = ready;
            }
        }
        return newest;
    }

    private Artifacts with(Fact fact) {
        return switch (fact) {
            case TrainingCompleted trained ->
                new Artifacts(trained.artifact(), modelArn, endpointConfig, endpointConfigArn, endpoint, endpointArn);
            case ModelRegistered model ->
                new Artifacts(
                        modelOutput == null ? model.artifact() : modelOutput,
                        model.modelArn(),
                        endpointConfig,
                        endpointConfigArn,
                        endpoint,
                        endpointArn);
            case EndpointDeploying deploying -> served(deploying.endpoint(), deploying.endpointArn());
            case EndpointReady ready -> served(ready.endpoint(), ready.endpointArn());
            default -> this;
        };
    }

    /** A configuration has the name of its endpoint, and an ARN that differs in the kind of resource alone. */
    private static String configArn(String endpointArn) {
        return endpointArn.replaceFirst(":endpoint/", ":endpoint-config/");
    }

    private Artifacts served(String name, String arn) {
        return new Artifacts(modelOutput, modelArn, name, configArn(arn), name, arn);
    }
}
