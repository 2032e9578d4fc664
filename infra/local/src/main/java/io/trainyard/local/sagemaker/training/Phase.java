package io.trainyard.local.sagemaker.training;

/** SageMaker's secondary statuses of a training job, the status each belongs to, and what its transition says. */
public enum Phase {
    STARTING("Starting", "InProgress", "Preparing the instances for training"),
    PENDING("Pending", "InProgress", "Training job waiting for capacity"),
    RESTARTING("Restarting", "InProgress", "Restarting the training job after the account was restarted"),
    DOWNLOADING("Downloading", "InProgress", "Downloading input data"),
    TRAINING("Training", "InProgress", "Training image download completed. Training in progress."),
    INTERRUPTED("Interrupted", "InProgress", "Training job interrupted: its managed spot instances were reclaimed"),
    UPLOADING("Uploading", "InProgress", "Uploading generated training model"),
    STOPPING("Stopping", "Stopping", "Stopping the training job"),
    COMPLETED("Completed", "Completed", "Training job completed"),
    FAILED("Failed", "Failed", "Training job failed"),
    STOPPED("Stopped", "Stopped", "Training job stopped"),
    MAX_RUNTIME_EXCEEDED("MaxRuntimeExceeded", "Stopped", "Training job runtime exceeded MaxRuntimeInSeconds provided"),
    MAX_WAIT_TIME_EXCEEDED("MaxWaitTimeExceeded", "Stopped", "Training job exceeded MaxWaitTimeInSeconds provided");

    private final String secondaryStatus;
    private final String status;
    private final String message;

    Phase(String secondaryStatus, String status, String message) {
        this.secondaryStatus = secondaryStatus;
        this.status = status;
        this.message = message;
    }

    public String secondaryStatus() {
        return secondaryStatus;
    }

    /** The TrainingJobStatus. */
    public String status() {
        return status;
    }

    public String message() {
        return message;
    }

    /** Whether a job in this phase never changes again. */
    public boolean last() {
        return last(status);
    }

    /** Whether a job of this status may enter the phase: none leaves an end, and one that is stopping only ends. */
    boolean follows(String jobStatus) {
        return !last(jobStatus) && (last() || !jobStatus.equals("Stopping"));
    }

    /** Whether a TrainingJobStatus is one that never changes again. */
    public static boolean last(String status) {
        return !status.equals("InProgress") && !status.equals("Stopping");
    }
}
