package io.trainyard.local.sagemaker.hosting;

/** The statuses of an endpoint that this account knows; events spell their names, Describe their words. */
enum EndpointStatus {
    CREATING("Creating"),
    UPDATING("Updating"),
    IN_SERVICE("InService"),
    FAILED("Failed"),
    DELETING("Deleting");

    private final String word;

    EndpointStatus(String word) {
        this.word = word;
    }

    /** As Describe answers it. */
    String word() {
        return word;
    }

    static EndpointStatus of(String word) {
        for (EndpointStatus status : values()) {
            if (status.word.equals(word)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no endpoint status is called " + word);
    }

    /** Whether the endpoint may be changed or deleted. */
    boolean settled() {
        return this == IN_SERVICE || this == FAILED;
    }

    /** Whether the endpoint answers invocations. */
    boolean serves() {
        return this == IN_SERVICE || this == UPDATING;
    }
}
