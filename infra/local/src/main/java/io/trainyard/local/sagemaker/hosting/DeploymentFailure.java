package io.trainyard.local.sagemaker.hosting;

/** A deployment that came to nothing; the message is the endpoint's FailureReason. */
final class DeploymentFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeploymentFailure(String reason) {
        super(reason, null, false, false);
    }
}
