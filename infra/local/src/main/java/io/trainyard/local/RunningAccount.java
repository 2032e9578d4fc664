package io.trainyard.local;

import io.trainyard.local.faults.FaultPlan;
import io.trainyard.local.front.AccessKey;
import io.trainyard.local.home.AccountFile;
import io.trainyard.wiring.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/**
 * An AWS account that runs in this process until it is closed.
 *
 * <p>It is ready when {@link #start} returns. Its state is in the home folder; a new start there goes on where the last
 * one ended, however it ended.
 */
public final class RunningAccount implements AutoCloseable {

    /** Whose keys may do everything. */
    static final String OPERATOR = "admin";

    private final Parts parts;
    private final AccountFile file;
    private final Assembly.Started started;
    private final FaultPlan faults;

    private RunningAccount(Parts parts, AccountFile file, Assembly.Started started, FaultPlan faults) {
        this.faults = faults;
        this.parts = parts;
        this.file = file;
        this.started = started;
    }

    /**
     * Starts an account.
     *
     * @throws IllegalStateException if the folder is in use
     * @throws UncheckedIOException if the port is taken
     * @throws io.trainyard.wiring.WiringException if a service description is wrong
     */
    public static RunningAccount start(AccountOptions options) {
        var parts = new Parts();
        try {
            var assembly = new Assembly(options, parts);
            var started = assembly.start();
            var file = announcement(options, assembly);
            assembly.home().announce(file);
            return new RunningAccount(parts, file, started, assembly.faults());
        } catch (IOException e) {
            parts.close();
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** The one URL of every AWS service and of the HTTP API. */
    public URI endpoint() {
        return URI.create(file.endpoint());
    }

    /** The administrator's credentials. */
    public AccessKey admin() {
        return new AccessKey(OPERATOR, file.accessKeyId(), file.secretAccessKey());
    }

    /** Services that are described but have no function package: their queues fill and nothing reads them. */
    public List<String> servicesWithoutPackage() {
        return started.missing();
    }

    /**
     * Adds a function from its package, under the name that Lambda's API calls it by; it is started at its first call.
     *
     * @throws IllegalArgumentException if there is no such package
     */
    public void deploy(LocalFunction function) {
        if (!Files.isRegularFile(function.archive())) {
            throw new IllegalArgumentException("function " + function.name() + ": no package at " + function.archive());
        }
        var here = new Deployment(file.env(), file.account(), file.region());
        var deployed = started.host().deploy(function.in(here, endpoint(), admin()));
        for (var queue : function.queues()) {
            started.host().feed(deployed, started.queues(), here.queueArn(queue), function.batch(), Duration.ZERO);
        }
    }

    /** Starts every function in the background; without it each starts at its first call. */
    public void warm() {
        started.host().warm();
    }

    /** What goes wrong on purpose; set and cleared while the account runs. */
    public FaultPlan faults() {
        return faults;
    }

    /** Ends the function processes and containers, then the account; all answered writes are on disk. */
    @Override
    public void close() {
        parts.close();
    }

    private static AccountFile announcement(AccountOptions options, Assembly assembly) {
        var here = options.deployment();
        var admin = assembly.keys().of(OPERATOR);
        return new AccountFile(
                ProcessHandle.current().pid(),
                options.tuning().clock().instant().toString(),
                assembly.front().port(),
                assembly.front().endpoint().toString(),
                Account.VERSION,
                here.env(),
                here.account(),
                here.region(),
                admin.id(),
                admin.secret(),
                assembly.tokens().toString());
    }
}
