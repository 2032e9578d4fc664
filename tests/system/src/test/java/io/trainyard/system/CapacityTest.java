package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job that gets no instance climbs its ladder, and its record tells each try (E5, E6, E7). The types are this test's alone. */
@ExtendWith(SharedDeployment.class)
class CapacityTest {

    private static final List<String> TYPES = List.of("ml.c5.xlarge", "ml.c5.2xlarge", "ml.c5.4xlarge");
    private static final List<String> HOSTS = List.of("ml.g4dn.xlarge", "ml.g5.xlarge", "ml.c5.large");

    private final Deployment deployment;
    private final Jobs jobs;
    private final InstanceFaults faults;

    CapacityTest(Deployment deployment) {
        this.deployment = deployment;
        this.jobs = deployment.jobs();
        this.faults = new InstanceFaults(
                deployment, Stream.concat(TYPES.stream(), HOSTS.stream()).toList());
    }

    @AfterEach
    void giveBack() {
        faults.clear();
    }

    @Test
    void leavesOutATypeWithoutQuotaAndClimbsPastOneWithoutCapacity() {
        faults.set("no-capacity", TYPES.get(0));
        faults.set("quota", TYPES.get(1));

        var jobId = jobs.submit(training("capacity-climbs", TYPES));

        var record = jobs.await(jobId, "READY");
        var train = Jobs.step(record, "train");
        assertThat(train.path("instanceType").asText()).isEqualTo(TYPES.get(2));
        assertThat(Json.stream(train.path("tries"))).singleElement().satisfies(tried -> {
            assertThat(tried.path("instanceType").asText()).isEqualTo(TYPES.get(0));
            assertThat(tried.path("reason").asText()).startsWith("CapacityError: Unable to provision");
            assertThat(Instant.parse(tried.path("at").asText())).isBefore(Instant.now());
        });
        assertThat(train.path("leftOut")).map(JsonNode::asText).containsExactly(TYPES.get(1));
        assertThat(Json.texts(record.path("events"), "name")).doesNotContain("job-delayed", "job-failed");
        assertThat(deployment.trainyard("job", jobId).well().out())
                .containsSubsequence("#1", TYPES.get(0), "no capacity", "no quota", TYPES.get(1));
    }

    @Test
    void climbsPastATypeWhoseQuotaOnlyTheCallRefuses() {
        faults.set("quota", TYPES.get(0));

        var record = jobs.await(jobs.submit(training("capacity-quota", TYPES)), "READY");

        var train = Jobs.step(record, "train");
        assertThat(train.path("instanceType").asText()).isEqualTo(TYPES.get(1));
        assertThat(Json.stream(train.path("tries"))).singleElement().satisfies(tried -> {
            assertThat(tried.path("type").asText()).isEqualTo("quota");
            assertThat(tried.path("reason").asText()).contains("'" + TYPES.get(0) + " for training job usage'");
        });
    }

    @Test
    void anEndpointClimbsTheSameLadder() {
        faults.set("no-capacity", HOSTS.get(0));
        faults.set("quota", HOSTS.get(1));
        var request = NoopJobs.named("capacity-serves", data());
        HOSTS.forEach(request.withObject("/endpoint").withArray("instanceTypes")::add);

        var jobId = jobs.submit(request);

        var endpoint = Jobs.step(jobs.await(jobId, "READY"), "endpoint");
        assertThat(endpoint.path("instanceType").asText()).isEqualTo(HOSTS.get(2));
        assertThat(Json.texts(endpoint.path("tries"), "instanceType")).containsExactly(HOSTS.get(0));
        assertThat(endpoint.path("leftOut")).map(JsonNode::asText).containsExactly(HOSTS.get(1));
        // What the attempt before left in SageMaker is gone.
        assertThat(deployment
                        .aws()
                        .sagemaker()
                        .listEndpointConfigs(it -> it.nameContains(jobId))
                        .endpointConfigs())
                .singleElement()
                .satisfies(left -> assertThat(left.endpointConfigName())
                        .isEqualTo(endpoint.path("resource").asText()));
    }

    private ObjectNode training(String name, List<String> types) {
        var request = NoopJobs.named(name, data());
        types.forEach(request.withObject("/training").withArray("instanceTypes")::add);
        return request;
    }

    private String data() {
        return deployment.aws().upload("datasets/capacity/train.csv", "a,b\n1,2\n");
    }
}
