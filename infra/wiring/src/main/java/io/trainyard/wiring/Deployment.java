package io.trainyard.wiring;

/**
 * One deployment, and the names of everything in it. Names are the same on AWS and on one machine.
 *
 * @param env at most 7 characters, small letters and digits, because it is part of every name
 * @param account the 12 digits of the AWS account
 */
public record Deployment(String env, String account, String region) {

    public Deployment {
        if (!env.matches("[a-z][a-z0-9]{0,6}")) {
            throw new IllegalArgumentException(
                    "env '" + env
                            + "' must be 1 to 7 small letters or digits and start with a letter, because every name carries it");
        }
        if (!account.matches("\\d{12}")) {
            throw new IllegalArgumentException("account '" + account + "' must be 12 digits");
        }
        if (!region.matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            throw new IllegalArgumentException("region '" + region + "' must look like eu-west-1");
        }
    }

    public String prefix() {
        return "ty-" + env;
    }

    public String bus() {
        return prefix();
    }

    public String queue(String service) {
        return prefix() + "-" + service;
    }

    public String deadLetterQueue(String service) {
        return queue(service) + "-dlq";
    }

    public String function(String service) {
        return prefix() + "-" + service;
    }

    public String table(String service, String state) {
        return prefix() + "-" + service + "-" + state;
    }

    /** The name of the n-th rule of a service, counted from 1. */
    public String rule(String service, int n) {
        return prefix() + "-" + service + "-" + n;
    }

    public String noticesTopic() {
        return prefix() + "-notices";
    }

    public String timersGroup() {
        return prefix() + "-timers";
    }

    public String artifactsBucket() {
        return prefix() + "-artifacts";
    }

    public String busArn(String bus) {
        return arn("events", "event-bus/" + bus);
    }

    public String queueArn(String queue) {
        return arn("sqs", queue);
    }

    public String functionArn(String function) {
        return arn("lambda", "function:" + function);
    }

    public String tableArn(String table) {
        return arn("dynamodb", "table/" + table);
    }

    public String topicArn(String topic) {
        return arn("sns", topic);
    }

    public String scheduleArn(String group, String schedule) {
        return arn("scheduler", "schedule/" + group + "/" + schedule);
    }

    /** The ARN of one of SageMaker's resources; {@code kind} is {@code training-job} or {@code endpoint}. */
    public String sageMakerArn(String kind, String name) {
        return arn("sagemaker", kind + "/" + name);
    }

    /** A role's ARN; {@code name} is {@code sagemaker}, {@code timers} or a service. */
    public String roleArn(String name) {
        return "arn:aws:iam::" + account + ":role/" + prefix() + "-" + name;
    }

    private String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }
}
