package io.trainyard.tests.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trainyard.wiring.Bus;
import io.trainyard.wiring.DataPlaces;
import io.trainyard.wiring.Deployment;
import io.trainyard.wiring.Patterns;
import io.trainyard.wiring.Policies;
import io.trainyard.wiring.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both examples planned without an account, and the plan held against what the local account reads from the same files. */
class PlanTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Deployment HERE = new Deployment("dev", "123456789012", "eu-west-1");
    private static final String[] VARIABLES = {"-var=env=dev", "-var=account=123456789012", "-var=region=eu-west-1"};
    private static final Map<String, String> NOBODY = Map.of("AWS_EC2_METADATA_DISABLED", "true");

    private static Workspace workspace;
    private static Terraform minimal;
    private static Plan plan;

    @BeforeAll
    static void planMinimal() {
        workspace = Workspace.fresh(Path.of("target/plan").toAbsolutePath());
        minimal = offline("examples/minimal");
        plan = new Plan(minimal.plan(VARIABLES));
    }

    private static Terraform offline(String example) {
        workspace.override(example, Checkout.read(Checkout.OVERRIDES.resolve("offline_override.tf")));
        return Terraform.initialised(workspace.module(example), NOBODY);
    }

    @Test
    void productionIsPlannedToo() {
        var production = new Plan(offline("examples/production").plan(VARIABLES));

        assertThat(production.attributes("aws_kms_key")).hasSize(1);
        assertThat(production.attributes("aws_lambda_function").values())
                .allSatisfy(
                        it -> assertThat(it.at("/vpc_config/0").isMissingNode()).isFalse());
        assertThat(production.attributes("aws_dynamodb_table").values())
                .allSatisfy(
                        it -> assertThat(it.path("deletion_protection_enabled").asBoolean())
                                .isTrue());
    }

    @Test
    void everyRuleHasThePatternThatTheLocalAccountHas() throws JsonProcessingException {
        var expected = new TreeMap<String, JsonNode>();
        for (var service : wiring().services()) {
            for (int n = 0; n < service.hears().size(); n++) {
                var rule = service.hears().get(n);
                expected.put(HERE.rule(service.name(), n + 1), Patterns.complete(service.name(), rule, HERE));
            }
        }
        var planned = new TreeMap<String, JsonNode>();
        for (var rule : plan.attributes("aws_cloudwatch_event_rule").entrySet()) {
            if (rule.getKey().contains("module.rule[")) {
                planned.put(
                        rule.getValue().path("name").asText(),
                        JSON.readTree(rule.getValue().path("event_pattern").asText()));
            }
        }

        assertThat(planned).isEqualTo(expected);
    }

    @Test
    void rulesAreOnTheBusesThatTheLocalAccountHasThemOn() {
        var onDefault = wiring().services().stream()
                .flatMap(it -> it.hears().stream())
                .filter(it -> it.bus() == Bus.DEFAULT)
                .count();
        assertThat(plan.attributes("aws_cloudwatch_event_rule").values())
                .filteredOn(it -> it.path("event_bus_name").asText().equals("default"))
                .hasSize((int) onDefault);
    }

    @Test
    void queuesFunctionsAndTablesAreTheLocalAccounts() {
        var queues = new TreeSet<String>();
        var functions = new TreeSet<String>();
        var tables = new TreeSet<String>();
        for (var service : wiring().services()) {
            functions.add(HERE.function(service.name()));
            service.queue().ifPresent(it -> queues.add(HERE.queue(service.name())));
            service.queue().ifPresent(it -> queues.add(HERE.deadLetterQueue(service.name())));
            service.state().forEach(it -> tables.add(HERE.table(service.name(), it.name())));
        }

        assertThat(plan.names("aws_sqs_queue", "name")).isEqualTo(queues);
        assertThat(plan.names("aws_lambda_function", "function_name")).isEqualTo(functions);
        assertThat(plan.names("aws_dynamodb_table", "name")).isEqualTo(tables);
    }

    @Test
    void indexesHoldWhatTheLocalAccountsHold() {
        var expected = new TreeMap<String, Optional<Set<String>>>();
        for (var service : wiring().services()) {
            for (var table : service.state()) {
                table.indexes()
                        .forEach(it -> expected.put(
                                HERE.table(service.name(), table.name()) + "/" + it.name(),
                                it.holds().map(TreeSet::new)));
            }
        }
        var planned = new TreeMap<String, Optional<Set<String>>>();
        for (var table : plan.attributes("aws_dynamodb_table").values()) {
            for (var index : table.path("global_secondary_index")) {
                var holds = new TreeSet<String>();
                index.path("non_key_attributes").forEach(it -> holds.add(it.asText()));
                var whole = index.path("projection_type").asText().equals("ALL");
                planned.put(
                        table.path("name").asText() + "/" + index.path("name").asText(),
                        whole ? Optional.empty() : Optional.of(holds));
            }
        }

        assertThat(planned).isEqualTo(expected);
    }

    @Test
    void everyRouteIsBehindTheAuthorizer() {
        var routes = new TreeSet<String>();
        wiring().services().forEach(service -> service.routes().forEach(route -> routes.add(route.key())));

        assertThat(plan.names("aws_apigatewayv2_route", "route_key")).isEqualTo(routes);
        assertThat(plan.attributes("aws_apigatewayv2_route").values())
                .allSatisfy(
                        it -> assertThat(it.path("authorization_type").asText()).isEqualTo("JWT"));
    }

    @Test
    void everyFunctionKnowsWhoMayCallItsRoutes() throws JsonProcessingException {
        for (var service : wiring().services()) {
            var expected = new TreeMap<String, List<String>>();
            service.routes().forEach(route -> expected.put(route.key(), route.roles()));
            var planned = plan.attributes("aws_lambda_function")
                    .get("module.trainyard.module.service[\"%s\"].aws_lambda_function.this".formatted(service.name()))
                    .at("/environment/0/variables/TRAINYARD_ROLES");

            assertThat(JSON.readTree(planned.asText("{}"))).as(service.name()).isEqualTo(JSON.valueToTree(expected));
        }
    }

    /** Else whoever knows a job's id could have its model served through a job of their own. */
    @Test
    void requestsNameNothingThatJobsWrite() throws JsonProcessingException {
        var variables = plan.attributes("aws_lambda_function")
                .get("module.trainyard.module.service[\"intake\"].aws_lambda_function.this")
                .at("/environment/0/variables");
        var bucket = "s3://" + variables.path("TRAINYARD_BUCKET").asText();
        var locations = JSON.readTree(
                        variables.path("TRAINYARD_REQUESTS_LIMITS").asText())
                .path("locations");

        assertThat(locations)
                .extracting(JsonNode::asText)
                .containsExactly(bucket + "/datasets/", bucket + "/artifacts/");
    }

    @Test
    void theDocsCountWhatAnIdleDeploymentPaysFor() {
        int alarms = plan.attributes("aws_cloudwatch_metric_alarm").size();
        int polled = plan.attributes("aws_lambda_event_source_mapping").size();

        assertThat(Checkout.read(Checkout.ROOT.resolve("docs/how-to/deploy.md")))
                .contains("| %d: $%.2f |".formatted(alarms, alarms * 0.10))
                .contains("| %d: $%.2f |".formatted(polled, polled * 0.66 * 0.40));
    }

    @Test
    void noTimerStandsInTheDescription() {
        assertThat(plan.attributes("aws_scheduler_schedule"))
                .as("timers are set by services and delete themselves; a standing one would outlive its step")
                .isEmpty();
    }

    @Test
    void everyServiceMayDoWhatItsDescriptionSaysAndNothingElse() throws JsonProcessingException {
        for (var service : wiring().services()) {
            var policy = plan.attributes("aws_iam_role_policy")
                    .get("module.trainyard.module.service[\"%s\"].aws_iam_role_policy.this".formatted(service.name()));
            assertThat(Grants.in(JSON.readTree(policy.path("policy").asText())))
                    .as("the policy of %s", service.name())
                    .isEqualTo(Grants.of(service));
        }
    }

    /** Else the local account would deny what AWS allows, or allow what AWS denies. */
    @Test
    void everyServiceHasThePolicyThatTheLocalAccountHoldsItTo() throws JsonProcessingException {
        var bucket = "ty-dev-artifacts-123456789012-eu-west-1";
        var policies = new Policies(wiring(), HERE, new DataPlaces(bucket, List.of()));
        for (var service : wiring().services()) {
            var planned = plan.attributes("aws_iam_role_policy")
                    .get("module.trainyard.module.service[\"%s\"].aws_iam_role_policy.this".formatted(service.name()));

            assertThat(Allowed.in(JSON.readTree(planned.path("policy").asText())))
                    .as("the policy of %s", service.name())
                    .isEqualTo(Allowed.by(policies.of(service)));
        }
    }

    @Test
    void everyAlarmNamesARunbookThatIsThere() {
        assertThat(plan.attributes("aws_cloudwatch_metric_alarm").values())
                .isNotEmpty()
                .allSatisfy(alarm -> {
                    var runbook = alarm.path("alarm_description").asText().split("Runbook: ")[1];
                    assertThat(Checkout.ROOT.resolve(runbook)).exists();
                    assertThat(Checkout.read(Checkout.ROOT.resolve(runbook)))
                            .contains("**Is it this?**", "**What it costs to wait.**", "\n1. ", "**Done when**");
                });
    }

    @Test
    void aFolderMoreIsAServiceMore() {
        Checkout.write(workspace.services().resolve("sample/service.yaml"), """
                service: sample
                hears:
                  - detail: {route: {next: {kind: [sample]}}}
                says: [probe-completed]
                state: [claims]
                timers: true
                may: [sagemaker:CreateProcessingJob]
                queue: {visibility: 180, max-receives: 5, batch: 2}
                function: {memory: 256, timeout: 30}
                """);

        var more = new Plan(minimal.plan(VARIABLES)).addresses();
        more.removeAll(plan.addresses());

        assertThat(more)
                .contains(
                        "module.trainyard.module.service[\"sample\"].aws_lambda_function.this",
                        "module.trainyard.module.queue[\"sample\"].aws_sqs_queue.this",
                        "module.trainyard.module.rule[\"sample-1\"].aws_cloudwatch_event_rule.this",
                        "module.trainyard.module.state[\"sample.claims\"].aws_dynamodb_table.this")
                .allMatch(it -> it.contains("[\"sample"));
    }

    private static Wiring wiring() {
        return Wiring.load(Checkout.ROOT.resolve("services"));
    }
}
