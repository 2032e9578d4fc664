package io.trainyard.local;

import io.trainyard.local.lambda.FunctionRuntime;
import io.trainyard.wiring.Deployment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an account is started.
 *
 * @param home the folder of its state
 * @param port its port on loopback; 0 for any free one
 * @param services the folder of the service descriptions and function packages; empty for an account without services
 * @param containers the file that maps image names to commands
 * @param settings {@code TRAINYARD_*} configuration that every function gets in its environment
 * @param tuning what only tests and benchmarks change
 */
public record AccountOptions(
        Path home,
        int port,
        Deployment deployment,
        Optional<Path> services,
        Optional<Path> containers,
        Map<String, String> settings,
        Tuning tuning) {

    public static final int DEFAULT_PORT = 4599;

    public AccountOptions {
        settings = Map.copyOf(settings);
    }

    /**
     * What tests and benchmarks change.
     *
     * @param processesPerFunction how many processes a function may have at once
     * @param idle how long a process may be idle before it is ended
     * @param duplicates the share of AWS services' events that are delivered twice
     * @param redelivery when a failed message comes back; empty for delays that grow from 5 s to its queue's visibility timeout
     * @param runtime what runs Java functions; empty for Quarkus functions and {@code ric/} beside the account's jar
     */
    public record Tuning(
            Clock clock,
            int processesPerFunction,
            Duration idle,
            double duplicates,
            Optional<Duration> redelivery,
            Optional<FunctionRuntime> runtime) {

        public static Tuning standard() {
            return new Tuning(Clock.systemUTC(), 2, Duration.ofMinutes(15), 0.05, Optional.empty(), Optional.empty());
        }

        public Tuning withClock(Clock other) {
            return new Tuning(other, processesPerFunction, idle, duplicates, redelivery, runtime);
        }

        public Tuning withProcessesPerFunction(int most) {
            return new Tuning(clock, most, idle, duplicates, redelivery, runtime);
        }

        public Tuning withIdle(Duration longest) {
            return new Tuning(clock, processesPerFunction, longest, duplicates, redelivery, runtime);
        }

        public Tuning withDuplicates(double rate) {
            return new Tuning(clock, processesPerFunction, idle, rate, redelivery, runtime);
        }

        public Tuning withRedelivery(Duration delay) {
            return new Tuning(clock, processesPerFunction, idle, duplicates, Optional.of(delay), runtime);
        }

        public Tuning withRuntime(FunctionRuntime other) {
            return new Tuning(clock, processesPerFunction, idle, duplicates, redelivery, Optional.of(other));
        }
    }

    /** An account on any free port, without services. */
    public static AccountOptions in(Path home) {
        var deployment = new Deployment("local", "123456789012", "eu-west-1");
        return new AccountOptions(home, 0, deployment, Optional.empty(), Optional.empty(), Map.of(), Tuning.standard());
    }

    public AccountOptions withHome(Path folder) {
        return new AccountOptions(folder, port, deployment, services, containers, settings, tuning);
    }

    public AccountOptions withPort(int other) {
        return new AccountOptions(home, other, deployment, services, containers, settings, tuning);
    }

    public AccountOptions withServices(Path folder) {
        return new AccountOptions(home, port, deployment, Optional.of(folder), containers, settings, tuning);
    }

    public AccountOptions withContainers(Path file) {
        return new AccountOptions(home, port, deployment, services, Optional.of(file), settings, tuning);
    }

    public AccountOptions withEnv(String env) {
        var other = new Deployment(env, deployment.account(), deployment.region());
        return new AccountOptions(home, port, other, services, containers, settings, tuning);
    }

    public AccountOptions withSetting(String key, String value) {
        var more = new HashMap<>(settings);
        more.put(key, value);
        return new AccountOptions(home, port, deployment, services, containers, more, tuning);
    }

    public AccountOptions withTuning(Tuning other) {
        return new AccountOptions(home, port, deployment, services, containers, settings, other);
    }
}
