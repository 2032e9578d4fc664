package io.trainyard.cli.account;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends an account and everything it started. */
public final class Shutdown {

    /** The account gives containers time to save what they have. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Shutdown() {}

    /** Asks the account to end and waits for it; what is left of it or its children after that is killed. */
    public static void of(RunningAccount account) {
        ProcessHandle process = account.process();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new CommandFailure(
                    ExitCode.DEFECT, "the account's process " + process.pid() + " cannot be watched: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted while the account was ending");
        }
        children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
