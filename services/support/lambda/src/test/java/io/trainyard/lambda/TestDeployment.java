package io.trainyard.lambda;

import java.time.Duration;
import java.util.Optional;

/**
 * The configuration of the deployment {@code test}, as a service gets it.
 *
 * @param service its name
 * @param roles who may call its routes
 */
public record TestDeployment(String service, Optional<String> roles) implements DeploymentConfig {

    /** Where nobody signs in. */
    public TestDeployment(String service) {
        this(service, Optional.empty());
    }

    /** The deployment as one of its services sees it. */
    public static Deployment of(String service) {
        return new Deployment(new TestDeployment(service));
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
