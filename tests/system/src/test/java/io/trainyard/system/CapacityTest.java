package io.trainyard.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job that gets no instance climbs its ladder, then waits and says so, until there is one (E6). The types are this test's alone. */
@ExtendWith(SharedDeployment.class)
class CapacityTest {

    private static final List<String> TYPES = List.of("ml.c5.xlarge", "ml.c5.2xlarge", "ml.c5.4xlarge");

    private final Deployment deployment;
    private final Jobs jobs;

    CapacityTest(Deployment deployment) {
        this.deployment = deployment;
        this.jobs = deployment.jobs();
    }

    @AfterEach
    void clear() {
        TYPES.forEach(this::clear);
    }

    @Test
    void climbsPastATypeWithoutCapacityAndOneWithoutQuota() {
        fault("no-capacity", TYPES.get(0));
        fault("quota", TYPES.get(1));

        var jobId = jobs.submit(request("capacity-climbs"));

        var record = jobs.await(jobId, "READY");
        assertThat(Jobs.events(record, "capacity-error")).hasSize(2);
        assertThat(Jobs.events(record, "step-released")).hasSize(2);
        assertThat(Jobs.events(record, "job-delayed")).isEmpty();
    }

    @Test
    void waitsUntilSomebodyEndsTheWaitOnceCapacityIsThere() {
        TYPES.forEach(type -> fault("no-capacity", type));
        var jobId = jobs.submit(request("capacity-waits"));
        var record = jobs.awaitEvent(jobId, "job-delayed");
        assertThat(record.path("waiting").get(0).path("reason").asText()).contains("CapacityError");
        assertThat(record.path("waiting").get(0).path("nextTryAt").asText()).isNotEmpty();

        TYPES.forEach(this::clear);
        deployment.trainyard("job", jobId, "--retry-now");

        jobs.await(jobId, "READY");
    }

    private ObjectNode request(String name) {
        var data = deployment.aws().upload("datasets/" + name + "/train.csv", "a,b\n1,2\n");
        var request = NoopJobs.named(name, data);
        var types = request.withObject("/training").putArray("instanceTypes");
        TYPES.forEach(types::add);
        return request;
    }

    private void fault(String kind, String type) {
        JsonNode fault = Json.object().put("id", type).put("kind", kind).put("instanceType", type);
        given().contentType("application/json")
                .body(fault.toString())
                .post(deployment.endpoint().resolve("/_trainyard/faults"))
                .then()
                .statusCode(200);
    }

    private void clear(String type) {
        given().delete(deployment.endpoint().resolve("/_trainyard/faults?id=" + type));
    }
}
