package io.trainyard.local;

import io.trainyard.local.deployment.Provisioning;
import io.trainyard.local.door.Doors;
import io.trainyard.local.dynamodb.DynamoDbService;
import io.trainyard.local.events.Duplicates;
import io.trainyard.local.events.EventBridge;
import io.trainyard.local.faults.FaultDesk;
import io.trainyard.local.faults.FaultPlan;
import io.trainyard.local.faults.FaultyDoor;
import io.trainyard.local.front.AccessKeys;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.front.BufferedHandler;
import io.trainyard.local.front.Front;
import io.trainyard.local.front.FrontHandler;
import io.trainyard.local.front.MessageRelay;
import io.trainyard.local.front.Relay;
import io.trainyard.local.home.Home;
import io.trainyard.local.http.HttpApi;
import io.trainyard.local.iam.Gatekeeper;
import io.trainyard.local.identity.JwtAuthorizer;
import io.trainyard.local.identity.TokenFile;
import io.trainyard.local.identity.UserPool;
import io.trainyard.local.lambda.Function;
import io.trainyard.local.lambda.FunctionRuntime;
import io.trainyard.local.lambda.LambdaHost;
import io.trainyard.local.lambda.LambdaService;
import io.trainyard.local.quotas.InstanceQuotas;
import io.trainyard.local.quotas.ServiceQuotas;
import io.trainyard.local.s3.Buckets;
import io.trainyard.local.sagemaker.SageMakerPart;
import io.trainyard.local.sagemaker.SageMakerSettings;
import io.trainyard.local.sagemaker.objects.FolderObjects;
import io.trainyard.local.sagemaker.wire.Account;
import io.trainyard.local.scheduler.Scheduler;
import io.trainyard.local.sns.Sns;
import io.trainyard.local.sqs.ElasticMq;
import io.trainyard.local.sqs.QueryErrors;
import io.trainyard.local.sqs.Queues;
import io.trainyard.local.store.Documents;
import io.trainyard.local.time.ControllableClock;
import io.trainyard.local.usage.CountedCalls;
import io.trainyard.local.usage.Usage;
import io.trainyard.wiring.Deployment;
import io.trainyard.wiring.Wiring;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts the parts of an account together and connects them to its front. */
final class Assembly {

    private static final int LARGEST_BODY = 32 << 20;
    private static final int DUPLICATES_SEED = 20;

    private final AccountOptions options;
    private final Deployment here;
    private final Clock clock;
    private final Supplier<String> ids = () -> UUID.randomUUID().toString();
    private final Map<String, Set<String>> operations = new TreeMap<>();
    private final Parts parts;
    private final Home home;
    private final AccessKeys keys;
    private final Front front;
    private final HttpClient client;
    private final FaultPlan faults;
    private final FaultyDoor door;
    private final Gatekeeper gatekeeper;
    private final Usage usage = new Usage();
    private final CountedCalls counted = new CountedCalls(usage);
    private volatile Consumer<String> killer = key -> {};

    /** What runs now: the services whose function package is missing, and the functions of the others. */
    record Started(List<String> missing, LambdaHost host, Queues queues) {}

    Assembly(AccountOptions options, Parts parts) throws IOException {
        this.options = options;
        this.here = options.deployment();
        this.clock = options.tuning().clock();
        this.parts = parts;
        this.home = parts.add(Home.open(options.home()));
        this.keys = new AccessKeys(home.file("keys.json"), new SecureRandom());
        this.front = parts.add(Front.bind(options.port(), keys));
        this.faults = FaultPlan.open(home.file("faults.json"), clock);
        this.door = new FaultyDoor(faults, caller -> killer.accept(caller));
        var objects = home.folder("s3");
        this.gatekeeper = new Gatekeeper(
                RunningAccount.OPERATOR,
                here,
                (bucket, key) -> Files.isRegularFile(objects.resolve(bucket).resolve(key)));
        this.client = parts.add(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    Home home() {
        return home;
    }

    Front front() {
        return front;
    }

    FaultPlan faults() {
        return faults;
    }

    /** Where tokens for the HTTP API are. */
    Path tokens() {
        return home.file("tokens.json").toAbsolutePath();
    }

    AccessKeys keys() {
        return keys;
    }

    /** Starts everything; what is started first is stopped last. */
    Started start() throws IOException {
        var documents = parts.add(Documents.open(home.file("account.mv")));
        var messaging = messaging(documents);
        var stores = stores();
        var sagemaker = sagemaker(messaging.events());
        attach(new ServiceQuotas(
                () -> new InstanceQuotas(sagemaker.trainingTypes(), sagemaker.hostingTypes(), faults),
                here.region(),
                here.account()));
        var pool = new UserPool(home.file("user-pool.json"), here.region(), here.prefix(), Clock.systemUTC());
        parts.add(TokenFile.keep(pool, tokens()));
        var authorizer = new JwtAuthorizer(pool, Clock.systemUTC());
        var http = parts.add(new HttpApi(here.account(), authorizer, clock, ids));
        var host = parts.add(new LambdaHost(hostSettings(), ids, usage));
        killer = caller -> host.function(here.function(caller)).ifPresent(Function::kill);
        attach(new LambdaService(host));
        front.unsigned(counted.before("http-api", new BufferedHandler(HttpApi.LARGEST_BODY, http::handle)));
        var compute = new Provisioning.Compute(host, http, keys, gatekeeper, front.endpoint());
        var provisioning = new Provisioning(here, stores, messaging, compute);
        provisioning.base();
        var wiring = options.services().map(Wiring::load);
        wiring.ifPresent(described -> provisioning.policies(described, options.settings()));
        front.open();
        sagemaker.start();
        var missing = options.services()
                .map(folder -> provisioning.services(folder, wiring.orElseThrow(), options.settings(), client))
                .orElse(List.of());
        host.sweep();
        operations.put("sagemaker-runtime", Doors.RUNTIME_OPERATIONS);
        var inside = new Inside(host, messaging.sns(), messaging.events(), missing, operations);
        front.operation("health", new BufferedHandler(0, inside::health));
        front.operation("notices", new BufferedHandler(0, inside::notices));
        front.operation("functions", new BufferedHandler(0, inside::functions));
        front.operation("operations", new BufferedHandler(0, inside::operations));
        front.operation("usage", new BufferedHandler(0, usage::answer));
        front.operation("faults", new BufferedHandler(LARGEST_BODY, new FaultDesk(faults)::answer));
        front.operation("sagemaker/calls", new BufferedHandler(0, sagemaker::handle));
        front.operation("sagemaker/ledger", new BufferedHandler(0, sagemaker::handle));
        return new Started(missing, host, messaging.sqs().queues());
    }

    private Provisioning.Messaging messaging(Documents documents) {
        var sqs = parts.add(ElasticMq.start(
                home.file("queues.mv"), front.endpoint(), here.region(), here.account(), ahead(), usage));
        serve("sqs", ElasticMq.OPERATIONS, new MessageRelay(sqs.address(), QueryErrors::of));
        var duplicates =
                new Duplicates(new Random(DUPLICATES_SEED), options.tuning().duplicates());
        var surroundings = new EventBridge.Surroundings(here, clock, ids, faults, usage);
        var events = attach(new EventBridge(surroundings, documents, sqs.queues(), duplicates));
        var sns = attach(new Sns(documents, sqs.queues(), here, clock, ids));
        var scheduler = attach(parts.add(new Scheduler(documents, sqs.queues(), here, clock, usage)));
        if (clock instanceof ControllableClock controllable) {
            controllable.follow(scheduler.timed());
            parts.add(() -> controllable.leave(scheduler.timed()));
        }
        return new Provisioning.Messaging(sqs, events, scheduler, sns);
    }

    private Supplier<Duration> ahead() {
        return clock instanceof ControllableClock controllable ? controllable::advanced : () -> Duration.ZERO;
    }

    private Provisioning.Stores stores() {
        var buckets = parts.add(Buckets.start(home.folder("s3")));
        serve("s3", Buckets.OPERATIONS, new Relay(client, buckets.address(), Buckets::pathStyle));
        var dynamodb = attach(parts.add(new DynamoDbService(home.folder("dynamodb"), clock, usage)));
        return new Provisioning.Stores(dynamodb, buckets);
    }

    private SageMakerPart sagemaker(EventBridge events) throws IOException {
        var settings = SageMakerSettings.withImages(options.containers().orElse(home.file("containers.json")))
                .withFaults(faults);
        return attach(parts.add(new SageMakerPart(
                new Account(here.account(), here.region()),
                home.file("."),
                settings,
                new FolderObjects(home.folder("s3")),
                events.defaultBus(),
                clock)));
    }

    private LambdaHost.Settings hostSettings() {
        var tuning = options.tuning();
        var runtime = tuning.runtime()
                .orElseGet(() -> new FunctionRuntime(Installed.runtimeClient(), FunctionRuntime.QUARKUS));
        return new LambdaHost.Settings(
                runtime,
                tuning.processesPerFunction(),
                tuning.idle(),
                tuning.redelivery(),
                home.folder("functions"),
                home.folder("logs"));
    }

    private <S extends AwsService> S attach(S service) {
        serve(service.signingName(), service.operations(), new BufferedHandler(LARGEST_BODY, service::handle));
        return service;
    }

    private void serve(String signingName, Set<String> has, FrontHandler handler) {
        operations.put(signingName, has);
        var open = door.before(signingName, Doors.before(signingName, has, handler));
        front.service(signingName, counted.before(signingName, gatekeeper.before(signingName, open)));
    }
}
