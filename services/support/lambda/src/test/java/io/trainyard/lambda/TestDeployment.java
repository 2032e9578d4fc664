package io.trainyard.lambda;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of the deployment {@code test}, as a service gets it.
 *
 * @param service its name
 * @param roles who may call its routes
 * @param closed whether it has a key of its own and SageMaker's instances are put into a VPC of its own
 */
public record TestDeployment(String service, Optional<String> roles, boolean closed) implements DeploymentConfig {

    public TestDeployment(String service, Optional<String> roles) {
        this(service, roles, false);
    }

    /** Where nobody signs in. */
    public TestDeployment(String service) {
        this(service, Optional.empty());
    }

    /** The deployment as one of its services sees it. */
    public static Deployment of(String service) {
        return new Deployment(new TestDeployment(service));
    }

    /** The same with a key of its own, and two subnets and a security group for SageMaker's instances. */
    public static Deployment closed(String service) {
        return new Deployment(new TestDeployment(service, Optional.empty(), true));
    }

    @Override
    public String env() {
        return "test";
    }

    @Override
    public String account() {
        return "123456789012";
    }

    @Override
    public String region() {
        return "eu-west-1";
    }

    @Override
    public Optional<String> bucket() {
        return Optional.empty();
    }

    @Override
    public Optional<List<String>> vpcSubnets() {
        return closed ? Optional.of(List.of("subnet-0a", "subnet-0b")) : Optional.empty();
    }

    @Override
    public Optional<List<String>> vpcSecurityGroups() {
        return closed ? Optional.of(List.of("sg-01")) : Optional.empty();
    }

    @Override
    public Optional<String> key() {
        return closed ? Optional.of("arn:aws:kms:eu-west-1:123456789012:key/k-1") : Optional.empty();
    }

    @Override
    public int maxReceives() {
        return 5;
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(90);
    }

    @Override
    public Optional<String> rates() {
        return Optional.empty();
    }

    @Override
    public Duration sweepEvery() {
        return Duration.ofHours(6);
    }

    @Override
    public Duration firstCheck() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration checkEvery() {
        return Duration.ofMinutes(30);
    }
}
