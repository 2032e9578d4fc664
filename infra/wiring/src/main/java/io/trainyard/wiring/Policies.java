package io.trainyard.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes each service's policy from its description: what its keys imply, and {@code may}. Terraform's module {@code lambda-service}
 * writes the same one for AWS, beside what Lambda needs to run any function; tests/terraform holds the two together.
 */
public final class Policies {

    private static final String PASS_ROLE = "iam:PassRole";
    private static final String PASSED_TO = "iam:PassedToService";

    private final Wiring wiring;
    private final Deployment deployment;
    private final DataPlaces data;

    public Policies(Wiring wiring, Deployment deployment, DataPlaces data) {
        this.wiring = wiring;
        this.deployment = deployment;
        this.data = data;
    }

    /** The policy of one of the services. */
    public ServicePolicy of(ServiceDescription service) {
        var statements = new ArrayList<Statement>();
        statements.addAll(says(service));
        statements.addAll(queues(service));
        statements.addAll(tables(service));
        statements.addAll(timers(service));
        statements.addAll(may(service));
        return new ServicePolicy(statements);
    }

    private List<Statement> says(ServiceDescription service) {
        return service.says().isEmpty()
                ? List.of()
                : List.of(new Statement(
                        List.of("events:PutEvents"),
                        List.of(deployment.busArn(deployment.bus())),
                        Map.of(
                                "events:source", List.of("trainyard." + service.name()),
                                "events:detail-type", service.says())));
    }

    /** Who drains dead letters reads every service's, sends back to the queues before them and asks their functions. */
    private List<Statement> queues(ServiceDescription service) {
        if (service.queue().isEmpty()) {
            return List.of();
        }
        var own = deployment.queue(service.name());
        var drained = service.drains()
                ? wiring.services().stream()
                        .filter(other -> other.queue().isPresent())
                        .map(ServiceDescription::name)
                        .toList()
                : List.<String>of();
        var read = Stream.concat(Stream.of(own), drained.stream().map(deployment::deadLetterQueue));
        var sent = Stream.concat(
                Stream.of(own, deployment.deadLetterQueue(service.name())),
                drained.stream().map(deployment::queue));
        var statements = new ArrayList<>(List.of(
                new Statement(
                        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                        read.distinct().map(deployment::queueArn).toList()),
                new Statement(
                        List.of("sqs:SendMessage"),
                        sent.distinct().map(deployment::queueArn).toList())));
        if (service.drains()) {
            var asked = drained.stream().map(deployment::function).map(deployment::functionArn);
            statements.add(new Statement(List.of("lambda:InvokeFunction"), asked.toList()));
        }
        return statements;
    }

    private List<Statement> tables(ServiceDescription service) {
        var own = service.state().stream().map(table -> deployment.table(service.name(), table.name()));
        var others = service.reads().stream().map(read -> deployment.table(read.service(), read.state()));
        return Stream.of(
                        new Statement(
                                List.of(
                                        "dynamodb:GetItem",
                                        "dynamodb:Query",
                                        "dynamodb:PutItem",
                                        "dynamodb:UpdateItem",
                                        "dynamodb:DeleteItem",
                                        "dynamodb:ConditionCheckItem"),
                                withIndexes(own)),
                        new Statement(
                                List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"),
                                withIndexes(others)))
                .filter(statement -> !statement.resources().isEmpty())
                .toList();
    }

    private List<String> withIndexes(Stream<String> tables) {
        return tables.map(deployment::tableArn)
                .flatMap(arn -> Stream.of(arn, arn + "/index/*"))
                .toList();
    }

    private List<Statement> timers(ServiceDescription service) {
        return service.timers()
                ? List.of(
                        new Statement(
                                List.of("scheduler:CreateSchedule", "scheduler:DeleteSchedule"),
                                List.of(deployment.scheduleArn(deployment.timersGroup(), "*"))),
                        new Statement(
                                List.of(PASS_ROLE),
                                List.of(deployment.roleArn("timers")),
                                Map.of(PASSED_TO, List.of("scheduler.amazonaws.com"))))
                : List.of();
    }

    private List<Statement> may(ServiceDescription service) {
        var resources = new Resources(service, deployment, data);
        return service.may().stream()
                .map(action -> Resources.isUnscoped(action)
                        ? new Statement(
                                List.of(action),
                                List.of("*"),
                                Map.of("aws:RequestedRegion", List.of(deployment.region())))
                        : new Statement(List.of(action), resources.of(action), conditions(action)))
                .filter(statement -> !statement.resources().isEmpty())
                .toList();
    }

    private static Map<String, List<String>> conditions(String action) {
        return action.equals(PASS_ROLE) ? Map.of(PASSED_TO, List.of("sagemaker.amazonaws.com")) : Map.of();
    }
}
