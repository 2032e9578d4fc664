package io.trainyard.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {

    private static final Deployment HERE = new Deployment("local", "123456789012", "eu-west-1");
    private static final String DESK = """
            service: desk
            drains: dead-letters
            routes: ["GET /letters for operate"]
            queue: {visibility: 60, max-receives: 5, batch: 1}
            function: {memory: 256, timeout: 30}
            """;

    @TempDir
    Path folder;

    private Wiring wiring;

    @BeforeEach
    void describe() {
        wiring = new ServiceFiles(folder)
                .with("training", ServiceFiles.TRAINING)
                .with("jobs", ServiceFiles.JOBS)
                .with("desk", DESK)
                .load();
    }

    @Test
    void letsAServiceSayItsOwnEventsUnderItsOwnSource() {
        var bus = HERE.busArn("ty-local");

        assertThat(policy("training").allows("events:PutEvents", bus, said("training", "training-started")))
                .isTrue();
        assertThat(policy("training").allows("events:PutEvents", bus, said("training", "job-requested")))
                .isFalse();
        assertThat(policy("training").allows("events:PutEvents", bus, said("jobs", "training-started")))
                .isFalse();
        assertThat(policy("training")
                        .allows("events:PutEvents", HERE.busArn("default"), said("training", "training-started")))
                .isFalse();
    }

    @Test
    void letsAServiceWriteItsOwnTablesAndReadThoseThatItNames() {
        var claims = HERE.tableArn("ty-local-training-claims");

        assertThat(allows("training", "dynamodb:PutItem", claims)).isTrue();
        assertThat(allows("training", "dynamodb:Query", HERE.tableArn("ty-local-training-listing") + "/index/byTime"))
                .isTrue();
        assertThat(allows("jobs", "dynamodb:GetItem", claims)).isTrue();
        assertThat(allows("jobs", "dynamodb:BatchGetItem", claims)).isTrue();
        assertThat(allows("training", "dynamodb:BatchGetItem", claims)).isFalse();
        assertThat(allows("jobs", "dynamodb:PutItem", claims)).isFalse();
        assertThat(allows("training", "dynamodb:Scan", claims)).isFalse();
        assertThat(allows("training", "dynamodb:PutItem", HERE.tableArn("ty-local-jobs-records")))
                .isFalse();
    }

    @Test
    void holdsMayToNamesOfOursAndARoleToTheServiceItIsFor() {
        var role = HERE.roleArn("sagemaker");

        assertThat(allows(
                        "training",
                        "sagemaker:CreateTrainingJob",
                        HERE.sageMakerArn("training-job", "ty-local-a-train-1-1")))
                .isTrue();
        assertThat(allows("training", "sagemaker:CreateTrainingJob", HERE.sageMakerArn("training-job", "theirs")))
                .isFalse();
        assertThat(policy("training").allows("iam:PassRole", role, passedTo("sagemaker")))
                .isTrue();
        assertThat(policy("training").allows("iam:PassRole", role, passedTo("scheduler")))
                .isFalse();
        assertThat(policy("training").allows("iam:PassRole", HERE.roleArn("timers"), passedTo("scheduler")))
                .isTrue();
    }

    @Test
    void letsOnlyWhoDrainsDeadLettersSendToOthersAndAskThem() {
        var queue = HERE.queueArn("ty-local-training");
        var function = HERE.functionArn("ty-local-training");

        assertThat(allows("desk", "sqs:SendMessage", queue)).isTrue();
        assertThat(allows("desk", "lambda:InvokeFunction", function)).isTrue();
        assertThat(allows("training", "sqs:SendMessage", queue)).isTrue();
        assertThat(allows("training", "sqs:SendMessage", HERE.queueArn("ty-local-desk")))
                .isFalse();
        assertThat(allows("jobs", "lambda:InvokeFunction", function)).isFalse();
    }

    @Test
    void letsNobodyReadElsewhereOnS3ThanTheDeploymentSays() {
        var service = new ServiceFiles(folder)
                .with("training", ServiceFiles.TRAINING.replace("iam:PassRole", "s3:GetObject, s3:ListBucket"))
                .load()
                .service("training")
                .orElseThrow();
        var places = new DataPlaces("ours", List.of("s3://theirs/ml/"));
        var limited = new Policies(wiring, HERE, places).of(service);
        var open = new Policies(wiring, HERE, DataPlaces.anywhere("ours")).of(service);

        assertThat(limited.allows("s3:GetObject", "arn:aws:s3:::theirs/ml/a.csv", Map.of()))
                .isTrue();
        assertThat(limited.allows("s3:GetObject", "arn:aws:s3:::theirs/hr/a.csv", Map.of()))
                .isFalse();
        assertThat(open.allows("s3:GetObject", "arn:aws:s3:::theirs/hr/a.csv", Map.of()))
                .isTrue();
        assertThat(limited.allows("s3:ListBucket", "arn:aws:s3:::ours", Map.of()))
                .isTrue();
        assertThat(limited.allows("s3:ListBucket", "arn:aws:s3:::others", Map.of()))
                .isFalse();
    }

    private boolean allows(String service, String action, String resource) {
        return policy(service).allows(action, resource, Map.of());
    }

    private ServicePolicy policy(String service) {
        return new Policies(wiring, HERE, DataPlaces.anywhere("ty-local-artifacts"))
                .of(wiring.service(service).orElseThrow());
    }

    private static Map<String, String> said(String service, String event) {
        return Map.of("events:source", "trainyard." + service, "events:detail-type", event);
    }

    private static Map<String, String> passedTo(String service) {
        return Map.of("iam:PassedToService", service + ".amazonaws.com");
    }
}
