package io.trainyard.local.deployment;

import io.trainyard.local.events.EventBridge;
import io.trainyard.local.front.AccessKeys;
import io.trainyard.local.front.AwsService;
import io.trainyard.local.http.HttpApi;
import io.trainyard.local.iam.Gatekeeper;
import io.trainyard.local.lambda.LambdaHost;
import io.trainyard.local.s3.Buckets;
import io.trainyard.local.scheduler.Scheduler;
import io.trainyard.local.sns.Sns;
import io.trainyard.local.sqs.ElasticMq;
import io.trainyard.wiring.Deployment;
import io.trainyard.wiring.Policies;
import io.trainyard.wiring.Wiring;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Fills an account with one deployment: what belongs to every deployment, and what its services describe. */
public final class Provisioning {

    private final Deployment deployment;
    private final Stores stores;
    private final Messaging messaging;
    private final Compute compute;

    /** What keeps data. */
    public record Stores(AwsService dynamodb, Buckets buckets) {}

    /** What carries messages. */
    public record Messaging(ElasticMq sqs, EventBridge events, Scheduler scheduler, Sns sns) {}

    /** What runs functions. */
    public record Compute(LambdaHost host, HttpApi http, AccessKeys keys, Gatekeeper gatekeeper, URI endpoint) {}

    public Provisioning(Deployment deployment, Stores stores, Messaging messaging, Compute compute) {
        this.deployment = deployment;
        this.stores = stores;
        this.messaging = messaging;
        this.compute = compute;
    }

    /** Makes bus, topic, schedule group and bucket, which no service owns. */
    public void base() {
        messaging.events().ensureBus(deployment.bus());
        messaging.sns().ensureTopic(deployment.noticesTopic());
        messaging.scheduler().ensureGroup(deployment.timersGroup());
        stores.buckets().ensure(deployment.artifactsBucket());
    }

    /** Holds every function to its policy; before anybody can call: a function of the last run may still be at work. */
    public void policies(Wiring wiring, Map<String, String> settings) {
        var policies = new Policies(wiring, deployment, Places.of(settings, deployment));
        wiring.services().forEach(service -> compute.gatekeeper().hold(service.name(), policies.of(service)));
    }

    /**
     * Applies the descriptions in a folder.
     *
     * @param wiring what they say
     * @param settings configuration that every function gets in its environment
     * @return the services whose function package is missing
     */
    public List<String> services(Path folder, Wiring wiring, Map<String, String> settings, HttpClient client) {
        var source = new FunctionDeployment.Source(folder, settings);
        var functions = new FunctionDeployment(compute.host(), deployment, compute.keys(), compute.endpoint(), source);
        var queues = new QueueCreation(client, messaging.sqs().address(), deployment);
        var fed = new ApplyWiring.Fed(
                messaging.events(), compute.host(), messaging.sqs().queues(), compute.http());
        return new ApplyWiring(deployment, queues, new TableCreation(stores.dynamodb()), functions, fed).apply(wiring);
    }
}
