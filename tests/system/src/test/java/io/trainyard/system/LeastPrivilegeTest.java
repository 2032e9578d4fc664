package io.trainyard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** One line less in a service's {@code may}, and the same job fails here as it would on AWS: denied, by name. */
class LeastPrivilegeTest {

    private static final String ACTION = "sagemaker:CreateTrainingJob";

    /** What brings a training step to its service. The ledger is described and not built: it has the table that the API reads. */
    private static final List<String> SERVICES = List.of("jobs", "intake", "ledger", "training");

    private static final String RECORD = "ledger";

    private final Path services = Launcher.ROOT.resolve("tests/system/target/least-privilege");

    @Test
    void aJobFailsByTheNamesOfServiceActionAndResource() throws IOException {
        copyWithoutOneLine();
        try (var deployment = Deployment.of(services)) {
            var data = deployment.aws().upload("datasets/denied/train.csv", "a,b\n1,2\n");

            var jobId = deployment.jobs().submit(NoopJobs.training("denied", data));

            var resource = "arn:aws:sagemaker:eu-west-1:123456789012:training-job/ty-local-" + jobId + "-train-";
            assertThat(parked(deployment.aws()).messageAttributes().get("cause").stringValue())
                    .contains(
                            "assumed-role/ty-local-training/ty-local-training is not authorized to perform: " + ACTION)
                    .contains(" on resource: " + resource);
            assertThat(Files.readString(deployment.home().resolve("logs/account.log")))
                    .contains("denied: training may not call " + ACTION + " on " + resource);
        }
    }

    /** At the first receive the message is parked, so that nobody waits for five. */
    private void copyWithoutOneLine() throws IOException {
        Deployment.remove(services);
        for (var service : SERVICES) {
            var from = Launcher.ROOT.resolve("services").resolve(service);
            var to = Files.createDirectories(services.resolve(service));
            if (!service.equals(RECORD)) {
                Files.createLink(to.resolve("function.zip"), from.resolve("target/function.zip"));
            }
            var described = Files.readString(from.resolve("service.yaml"));
            Files.writeString(
                    to.resolve("service.yaml"),
                    service.equals("training")
                            ? described.replace(ACTION + ", ", "").replace("max-receives: 5", "max-receives: 1")
                            : described);
        }
        assertThat(services.resolve("training/service.yaml")).content().doesNotContain(ACTION);
    }

    private static Message parked(Aws aws) {
        var queue = aws.queues()
                .getQueueUrl(get -> get.queueName("ty-local-training-dlq"))
                .queueUrl();
        return Await.until(
                        "the message is parked",
                        () -> aws.queues()
                                .receiveMessage(receive -> receive.queueUrl(queue)
                                        .messageAttributeNames("All")
                                        .waitTimeSeconds(1))
                                .messages(),
                        messages -> !messages.isEmpty())
                .getFirst();
    }
}
