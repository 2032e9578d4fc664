package io.trainyard.cli.account;

import io.trainyard.cli.CommandFailure;
import io.trainyard.cli.ExitCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends an account's process and everything it started. */
public final class Shutdown {

    /** The account gives containers time to save what they have. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Shutdown() {}

    /** Asks the process to end and waits for it; what is left of it or its children after that is killed. */
    public static void of(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        await(process);
        process.destroyForcibly();
        children.stream().filter(ProcessHandle::isAlive).forEach(child -> {
            child.destroyForcibly();
            await(child);
        });
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // What does not end when asked is killed by the caller.
            return;
        } catch (ExecutionException e) {
            throw new CommandFailure(ExitCode.DEFECT, "process " + process.pid() + " cannot be watched: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted while the account was ending");
        }
    }
}
