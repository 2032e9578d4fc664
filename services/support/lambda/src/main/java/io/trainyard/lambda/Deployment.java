package io.trainyard.lambda;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The names of everything in the deployment, derived as the wiring derives them. */
@ApplicationScoped
public class Deployment {

    private final DeploymentConfig config;

    public Deployment(DeploymentConfig config) {
        this.config = Objects.requireNonNull(config, "config");
    }

    /** What the name of every resource of ours begins with. */
    public String prefix() {
        return "ty-" + config.env();
    }

    public String account() {
        return config.account();
    }

    public String service() {
        return config.service();
    }

    /** What our events name as their source. */
    public String source() {
        return "trainyard." + config.service();
    }

    public String bus() {
        return prefix();
    }

    public String queueUrl() {
        return queueUrl(queue());
    }

    /** The queue of another service, for sending a message back to it. */
    public String queueUrlOf(String service) {
        return queueUrl(prefix() + "-" + service);
    }

    /** The function of another service, for asking what it would do. */
    public String functionOf(String service) {
        return prefix() + "-" + service;
    }

    public String deadLetterQueueUrl() {
        return queueUrl(queue() + "-dlq");
    }

    public String queueArn() {
        return "arn:aws:sqs:" + config.region() + ":" + config.account() + ":" + queue();
    }

    /** One of the service's own tables. */
    public String table(String state) {
        return table(config.service(), state);
    }

    /** A table of another service, read only. */
    public String table(String service, String state) {
        return prefix() + "-" + service + "-" + state;
    }

    public String topicArn() {
        return "arn:aws:sns:" + config.region() + ":" + config.account() + ":" + prefix() + "-notices";
    }

    public String timerGroup() {
        return prefix() + "-timers";
    }

    /** What EventBridge Scheduler runs as. */
    public String timerRoleArn() {
        return role("timers");
    }

    /** What SageMaker runs as. */
    public String sageMakerRoleArn() {
        return role("sagemaker");
    }

    /** The subnets that SageMaker's instances are put into (B34), by id; none where they are in no VPC of ours. */
    public List<String> subnets() {
        return config.vpcSubnets().orElse(List.of());
    }

    /** The security groups of SageMaker's instances in those subnets, by id. */
    public List<String> securityGroups() {
        return config.vpcSecurityGroups().orElse(List.of());
    }

    /** The KMS key for what SageMaker writes; null where the account's own is good enough. */
    public @Nullable String key() {
        return config.key().orElse(null);
    }

    /** Where artifacts go. */
    public String bucket() {
        return config.bucket().orElse(prefix() + "-artifacts");
    }

    private String queue() {
        return prefix() + "-" + config.service();
    }

    private String role(String name) {
        return "arn:aws:iam::" + config.account() + ":role/" + prefix() + "-" + name;
    }

    private String queueUrl(String name) {
        return "https://sqs." + config.region() + ".amazonaws.com/" + config.account() + "/" + name;
    }
}
