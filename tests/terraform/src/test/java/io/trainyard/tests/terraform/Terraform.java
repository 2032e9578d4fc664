package io.trainyard.tests.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The terraform on the PATH, run in one folder. Which providers it finds is up to TF_CLI_CONFIG_FILE, as for everybody. */
final class Terraform {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, String> environment;

    /** How a run ended, and all that it printed. */
    record Ended(int status, String output) {}

    Terraform(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Makes the folder ready; where Terraform or its provider is missing the test is skipped, and with CI=true it fails. */
    static Terraform initialised(Path folder, Map<String, String> environment) {
        if (!isOnPath("terraform")) {
            missing(
                    "terraform is not on the PATH, so nothing of infra/terraform was tested; install Terraform 1.9 or newer");
        }
        var terraform = new Terraform(folder, environment);
        var init = terraform.run("init", "-input=false");
        if (init.status() != 0 && init.output().contains("provider")) {
            missing("terraform found no AWS provider, neither in its registry nor in a mirror (TF_CLI_CONFIG_FILE):\n"
                    + init.output());
        }
        assertThat(init.status()).as(init.output()).isZero();
        return terraform;
    }

    static boolean isOnPath(String tool) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    static void missing(String what) {
        if ("true".equals(System.getenv("CI"))) {
            fail(what);
        }
        abort(what);
    }

    /** Runs it and expects success; answers what it printed. */
    String succeed(String... arguments) {
        var ended = run(arguments);
        assertThat(ended.status())
                .as("terraform %s\n%s", String.join(" ", arguments), ended.output())
                .isZero();
        return ended.output();
    }

    /** Plans, and answers the plan as Terraform's own JSON. */
    JsonNode plan(String... variables) {
        var arguments = new ArrayList<>(List.of("plan", "-input=false", "-out=plan.tfplan", "-parallelism=20"));
        arguments.addAll(List.of(variables));
        succeed(arguments.toArray(String[]::new));
        try {
            return JSON.readTree(succeed("show", "-json", "plan.tfplan"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended run(String... arguments) {
        var command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("TF_IN_AUTOMATION", "1");
        builder.environment().put("TF_CLI_ARGS", "-no-color");
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while terraform ran", e);
        }
    }
}
