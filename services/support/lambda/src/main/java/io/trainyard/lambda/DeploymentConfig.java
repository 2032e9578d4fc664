package io.trainyard.lambda;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a service runs. Every name that it uses follows from these. */
@ConfigMapping(prefix = "trainyard")
public interface DeploymentConfig {

    /** The deployment's short name: at most 7 small letters and digits. */
    @WithDefault("local")
    String env();

    /** The AWS account of the deployment, 12 digits. */
    @WithDefault("123456789012")
    String account();

    /** The AWS region of the deployment. */
    @WithDefault("eu-west-1")
    String region();

    /** The artifacts bucket, where it is not called {@code ty-<env>-artifacts}: names of buckets are unique in the world. */
    Optional<String> bucket();

    /** Ids of the subnets that SageMaker's instances are put into (B34); without them they are in none of ours. */
    Optional<List<String>> vpcSubnets();

    /** Ids of the security groups of SageMaker's instances, where there are subnets. */
    Optional<List<String>> vpcSecurityGroups();

    /** The ARN of the deployment's own KMS key, where it has one. SageMaker encrypts with its key of the account's otherwise. */
    Optional<String> key();

    /** The service's own name, the folder under {@code services/}. */
    String service();

    /**
     * Who may call each route of an HTTP service, as JSON: {@code {"POST /jobs": ["submit"]}}. Without it nobody may call anything.
     */
    Optional<String> roles();

    /** After how many receives a message is parked; the queue's own redrive policy has the same number. */
    @WithDefault("5")
    int maxReceives();

    /** How long one handler may take to call AWS for an attempt. More than the function's time-out, less than the queue's visibility. */
    @WithDefault("PT90S")
    Duration lease();

    /** When a waiting step's timer first fires. */
    @WithDefault("PT10M")
    Duration firstCheck();

    /**
     * How fast SageMaker is called: {@code CreateTrainingJob=1, Describe=0.5/10} are calls a second and, after the slash, how many at once.
     * Describe stands for every call that only looks, the star for what is not named: without it that is 1 look a second after 30 at once and,
     * of each call that changes something, 2 a second after 20 at once.
     */
    Optional<String> rates();

    /** How often a service looks for what is paid for although no row answers for it. */
    @WithDefault("PT6H")
    Duration sweepEvery();

    /** How often a waiting step's timer fires after the first time. */
    @WithDefault("PT30M")
    Duration checkEvery();
}
