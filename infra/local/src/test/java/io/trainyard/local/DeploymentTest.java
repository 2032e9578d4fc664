package io.trainyard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.local.AccountOptions.Tuning;
import io.trainyard.wiring.WiringException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the service descriptions say becomes what the account has, at every start. */
class DeploymentTest {

    private static final String YAML = """
            service: sample
            hears:
              - detail-type: [sample-requested]
              - detail-type: [sample-cancelled]
            state: [claims, {name: records, indexes: [{name: listing, partition: listing, sort: createdAt}]}]
            queue: {visibility: 30, max-receives: 2, batch: 5}
            function: {memory: 128, timeout: 3}
            """;

    @TempDir
    Path folder;

    @Test
    void followsTheDescriptionFromStartToStart() {
        SampleServices.write(folder.resolve("services"), "sample", YAML);
        try (var account = start();
                var clients = new Clients(account)) {
            assertThat(rules(clients)).containsExactly("ty-local-sample-1", "ty-local-sample-2");
            assertThat(clients.events()
                            .listTargetsByRule(it -> it.eventBusName("ty-local").rule("ty-local-sample-1"))
                            .targets())
                    .extracting(target -> target.deadLetterConfig().arn())
                    .containsExactly("arn:aws:sqs:eu-west-1:123456789012:ty-local-sample-dlq");
            assertThat(visibility(clients)).isEqualTo("30");
        }
        var changed =
                YAML.replace("  - detail-type: [sample-cancelled]\n", "").replace("visibility: 30", "visibility: 45");
        SampleServices.write(folder.resolve("services"), "sample", changed);

        try (var account = start();
                var clients = new Clients(account)) {
            assertThat(rules(clients)).containsExactly("ty-local-sample-1");
            assertThat(visibility(clients)).isEqualTo("45");
        }
    }

    @Test
    void namesTheServicesThatHaveNoPackage() throws IOException {
        SampleServices.write(folder.resolve("services"), "sample", YAML);
        Files.delete(folder.resolve("services/sample/function.zip"));

        try (var account = start()) {
            assertThat(account.servicesWithoutPackage()).containsExactly("sample");
        }
    }

    @Test
    void refusesToStartWithAWrongDescriptionAndLetsGoOfTheFolder() {
        SampleServices.write(folder.resolve("services"), "sample", YAML.replace("batch: 5", "batch: 50"));

        assertThatThrownBy(this::start).isInstanceOf(WiringException.class).hasMessageContaining("queue.batch");

        SampleServices.write(folder.resolve("services"), "sample", YAML);
        start().close();
    }

    private RunningAccount start() {
        return RunningAccount.start(AccountOptions.in(folder.resolve("home"))
                .withServices(folder.resolve("services"))
                .withTuning(Tuning.standard().withRuntime(SampleServices.runtime())));
    }

    private static java.util.List<String> rules(Clients clients) {
        return clients.events().listRules(it -> it.eventBusName("ty-local")).rules().stream()
                .map(Rule::name)
                .toList();
    }

    private static String visibility(Clients clients) {
        var sqs = clients.sqs();
        var url = sqs.getQueueUrl(it -> it.queueName("ty-local-sample")).queueUrl();
        return sqs.getQueueAttributes(it -> it.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes()
                .get(QueueAttributeName.VISIBILITY_TIMEOUT);
    }
}
