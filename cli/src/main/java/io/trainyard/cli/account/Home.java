package io.trainyard.cli.account;

import java.nio.file.Path;

/**
 * The folder in which one local account keeps everything: its state, its logs, its keys.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

    /** What the running account says about itself; there while it is ready. */
    public Path accountFile() {
        return folder.resolve("account.json");
    }

    /** The logs of the account, its functions and its containers. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** What the account's process prints. */
    public Path processLog() {
        return logs().resolve("account.log");
    }

    /** What the account's process printed the last time. */
    public Path lastProcessLog() {
        return logs().resolve("account.1.log");
    }

    /** What the account's process takes for its temporary folder: emptied at each start. */
    public Path temporary() {
        return folder.resolve("tmp");
    }

    /** One folder per training job, with the container's output in it. */
    public Path trainingLogs() {
        return logs().resolve("sagemaker/TrainingJobs");
    }
}
