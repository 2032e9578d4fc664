package io.trainyard.local.sagemaker.hosting;

/** A deployment that came to nothing; the message is the endpoint's FailureReason. */
final class DeploymentFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    private DeploymentFailure(String reason, boolean lasting) {
        super(reason, null, false, false);
        this.lasting = lasting;
    }

    /** The container ended too early; another start may do better. */
    static DeploymentFailure crash(String reason) {
        return new DeploymentFailure(reason, false);
    }

    /** Nothing will change by starting again. */
    static DeploymentFailure lasting(String reason) {
        return new DeploymentFailure(reason, true);
    }

    boolean lasting() {
        return lasting;
    }
}
