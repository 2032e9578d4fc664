package io.trainyard.cli;

/** What a command's exit status means; the same for all commands and part of their contract. */
public enum ExitCode {
    /** Done. */
    OK(0),
    /** The job that was followed failed, was rejected or was cancelled. */
    JOB_FAILED(1),
    /** The command line or a file it names is wrong; nothing was sent. */
    BAD_INPUT(2),
    /** No account is running, or nothing answers where it should be. */
    UNREACHABLE(3),
    /** The account answered no: unknown job, wrong state, refused request. */
    REFUSED(4),
    /** The demo's model was trained and served, and missed its target. */
    TARGET_MISSED(5),
    /** A defect of the command line. */
    DEFECT(70),
    /** Stopped by Ctrl-C. */
    INTERRUPTED(130);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** The number that the shell sees. */
    public int status() {
        return status;
    }
}
