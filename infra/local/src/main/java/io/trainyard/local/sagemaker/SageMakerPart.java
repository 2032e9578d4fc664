package io.trainyard.local.sagemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trainyard.local.apimodel.ApiModel;
import io.trainyard.local.apimodel.Shape;
import io.trainyard.local.containers.ContainerRuntime;
import io.trainyard.local.containers.DockerContainers;
import io.trainyard.local.containers.FirstOf;
import io.trainyard.local.containers.ImageFile;
import io.trainyard.local.containers.ProcessContainers;
import io.trainyard.local.events.DefaultBus;
import io.trainyard.local.front.AwsRequest;
import io.trainyard.local.front.AwsResponse;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.sagemaker.objects.Objects;
import io.trainyard.local.sagemaker.records.Home;
import io.trainyard.local.sagemaker.records.StateEvents;
import io.trainyard.local.sagemaker.records.Tags;
import io.trainyard.local.sagemaker.training.JobBook;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.sagemaker.wire.CallLedger;
import io.trainyard.local.sagemaker.wire.Calls;
import io.trainyard.local.sagemaker.wire.ControlPlane;
import io.trainyard.local.sagemaker.wire.Json;
import io.trainyard.local.sagemaker.wire.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SageMaker on this machine: training jobs, models, endpoints and invocations, with the container contract run for real.
 *
 * <p>One service answers the control plane and the runtime, told apart by the path. State is on disk before an answer is
 * given. {@link #start} takes up what an earlier account left; {@link #close} ends every container and loses nothing.
 */
public final class SageMakerPart implements AwsService, AutoCloseable {

    /** Where tests read how often each operation was called. */
    public static final String CALLS = "/_trainyard/sagemaker/calls";

    /** Where the verdict over a chaos run is read. */
    public static final String LEDGER = "/_trainyard/sagemaker/ledger";

    private final Home home;
    private final ContainerRuntime containers;
    private final Calls calls;
    private final CallLedger ledger;
    private final Training training;
    private final Hosting hosting;
    private final ControlPlane controlPlane;
    private final ApiModel model;

    /** @param home the account's home folder: state below {@code sagemaker}, logs below {@code logs/sagemaker} */
    public SageMakerPart(
            Account account, Path home, SageMakerSettings settings, Objects objects, DefaultBus bus, Clock clock)
            throws IOException {
        this.home = new Home(home);
        this.containers = new FirstOf(
                new ProcessContainers(ImageFile.read(settings.images()), this.home.containers()),
                new DockerContainers(settings.docker(), this.home.containers()));
        this.ledger = new CallLedger(this.home.ledger(), clock);
        Surroundings surroundings = new Surroundings(
                account, this.home, objects, containers, new StateEvents(bus), clock, ledger, settings.faults());
        this.training = Training.in(surroundings, settings);
        this.calls = new Calls(this.home.calls());
        this.hosting = Hosting.in(surroundings, settings, calls);
        this.model = ApiModel.read("api.sagemaker-2017-07-24-model.json");
        this.controlPlane = new ControlPlane(model, operations(account), calls, ledger);
    }

    private Map<String, Operation> operations(Account account) {
        Map<String, Operation> all = new HashMap<>(training.operations());
        all.putAll(hosting.operations());
        Tags tags = new Tags(
                account,
                Map.of(
                        "training-job", training.shelf(),
                        "model", hosting.models(),
                        "endpoint-config", hosting.configs(),
                        "endpoint", hosting.endpoints()));
        all.put("AddTags", tags::add);
        all.put("ListTags", tags::list);
        all.put("DeleteTags", tags::delete);
        return all;
    }

    /** Ends what a killed account left running, then brings endpoints and training jobs back. */
    public void start() {
        containers.endLeftovers();
        hosting.resume();
        training.resume();
    }

    @Override
    public String signingName() {
        return "sagemaker";
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        if (request.path().equals(CALLS)) {
            return AwsResponse.of(200, "application/json", Json.bytes(witness()));
        }
        if (request.path().equals(LEDGER)) {
            return AwsResponse.of(200, "application/json", Json.bytes(ledger.json()));
        }
        return request.path().startsWith("/endpoints/") ? hosting.invoke(request) : controlPlane.answer(request);
    }

    /** The instance types that AWS has for training jobs. */
    public List<String> trainingTypes() {
        return values("TrainingInstanceType");
    }

    /** The instance types that AWS has for endpoints. */
    public List<String> hostingTypes() {
        return values("ProductionVariantInstanceType");
    }

    private List<String> values(String shape) {
        return ((Shape.Text) model.shape(shape)).values();
    }

    /** The calls, and how often each training job's container was started. */
    private ObjectNode witness() {
        ObjectNode all = calls.json();
        ObjectNode launches = all.putObject("launches");
        training.shelf().all().forEach(job -> launches.put(job.name(), JobBook.launches(job)));
        return all;
    }

    @Override
    public Set<String> operations() {
        return controlPlane.operations();
    }

    /** How often an operation was called since the account's home was made. */
    public long calls(String operation) {
        return calls.of(operation);
    }

    /** How often the job's {@code train} container was started. */
    public int launches(String trainingJob) {
        return training.shelf().find(trainingJob).map(JobBook::launches).orElse(0);
    }

    /** Where logs and metrics lie. */
    public Home home() {
        return home;
    }

    @Override
    public void close() {
        training.close();
        ledger.close();
        hosting.close();
    }
}
