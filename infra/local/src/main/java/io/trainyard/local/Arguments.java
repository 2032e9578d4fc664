package io.trainyard.local;

import io.trainyard.local.lambda.FunctionRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** The account's command line. */
record Arguments(AccountOptions options, boolean attached, boolean cold, boolean help) {

    static final String HELP = """
            Runs an AWS account on this machine, on loopback.
              --home DIR              where its state is kept (required)
              --port P                its port; 0 for any free one (default 4599)
              --services DIR          service descriptions and function packages (default: none)
              --env NAME              name of the deployment (default local)
              --containers FILE       image name to command mapping
              --set KEY=VALUE         configuration for every function; repeatable
              --function-threads N    processes per function at once (default 2)
              --idle SECONDS          end a function's process after this long without a call (default 900)
              --redelivery SECONDS    give failed messages back after this long (default: 5, 20, 80 s, then as on AWS)
              --handler CLASS::METHOD the handler in every function package (default: Quarkus's)
              --duplicates RATE       share of SageMaker events delivered twice, 0 to 1 (default 0.05)
              --cold                  start functions at their first calls, as on AWS, and not ahead of them
              --attached              end when standard input closes""";

    static Arguments parse(String[] arguments) {
        var left = new ArrayDeque<>(List.of(arguments));
        var options = AccountOptions.in(Path.of("")).withPort(AccountOptions.DEFAULT_PORT);
        var attached = false;
        var cold = false;
        var help = false;
        while (!left.isEmpty()) {
            var name = left.remove();
            switch (name) {
                case "--attached" -> attached = true;
                case "--cold" -> cold = true;
                case "--help" -> help = true;
                default -> options = option(options, name, left);
            }
        }
        if (!help && options.home().toString().isEmpty()) {
            throw new IllegalArgumentException("--home is missing: name the folder for the account's state");
        }
        return new Arguments(options, attached, cold, help);
    }

    private static AccountOptions option(AccountOptions options, String name, Queue<String> left) {
        if (!HELP.contains("  " + name + " ")) {
            throw new IllegalArgumentException("unknown argument " + name + "; --help lists them");
        }
        if (left.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        var value = left.remove();
        var tuning = options.tuning();
        return switch (name) {
            case "--home" -> options.withHome(Path.of(value));
            case "--port" -> options.withPort((int) number(name, value, 65_535));
            case "--services" -> options.withServices(existing(name, value));
            case "--env" -> options.withEnv(value);
            case "--containers" -> options.withContainers(existing(name, value));
            case "--set" -> setting(options, value);
            case "--function-threads" ->
                options.withTuning(tuning.withProcessesPerFunction((int) Math.max(1, number(name, value, 100))));
            case "--idle" -> options.withTuning(tuning.withIdle(seconds(name, value)));
            case "--redelivery" -> options.withTuning(tuning.withRedelivery(seconds(name, value)));
            case "--handler" ->
                options.withTuning(tuning.withRuntime(new FunctionRuntime(Installed.runtimeClient(), value)));
            case "--duplicates" -> options.withTuning(tuning.withDuplicates(number(name, value, 1)));
            default -> throw new IllegalArgumentException("unknown argument " + name);
        };
    }

    private static AccountOptions setting(AccountOptions options, String value) {
        var equals = value.indexOf('=');
        if (equals < 1 || !value.startsWith("TRAINYARD_")) {
            throw new IllegalArgumentException("--set " + value + " must be of the form TRAINYARD_NAME=value");
        }
        return options.withSetting(value.substring(0, equals), value.substring(equals + 1));
    }

    private static Path existing(String name, String value) {
        if (!Files.exists(Path.of(value))) {
            throw new IllegalArgumentException(name + " " + value + " is not there");
        }
        return Path.of(value).toAbsolutePath();
    }

    private static Duration seconds(String name, String value) {
        return Duration.ofMillis((long) (number(name, value, 86_400) * 1000));
    }

    private static double number(String name, String value, double most) {
        try {
            var number = Double.parseDouble(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " " + value + " is not a number", e);
        }
        throw new IllegalArgumentException(name + " " + value + " must be from 0 to " + (long) most);
    }
}
